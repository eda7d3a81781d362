package afterorder.localcloud;

import afterorder.localcloud.clock.ClockPage;
import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AccessKey;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Edge;
import afterorder.localcloud.fault.DisturbedFunctions;
import afterorder.localcloud.fault.FaultDoor;
import afterorder.localcloud.fault.Faults;
import afterorder.localcloud.function.Credentials;
import afterorder.localcloud.function.FunctionRunner;
import afterorder.localcloud.function.Functions;
import afterorder.localcloud.function.RunnerSettings;
import afterorder.localcloud.gateway.HttpApi;
import afterorder.localcloud.gateway.TokenIssuer;
import afterorder.localcloud.iam.Invoker;
import afterorder.localcloud.mail.MailPages;
import afterorder.localcloud.page.BrowserFirst;
import afterorder.localcloud.page.Observed;
import afterorder.localcloud.page.Pages;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.trigger.QueueTrigger;
import afterorder.localcloud.trigger.Schedule;
import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.vendor.Webhook;
import afterorder.localcloud.workflow.Workflows;
import afterorder.localcloud.workflow.integration.SdkIntegrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * Runs one template on this machine: makes its resources, starts its functions when they are called, and ends all of it on
 * {@link #close()}. The same folder and template go on where an earlier one stopped, however it stopped.
 */
public final class LocalCloud implements AutoCloseable {
    private final Parts parts;
    private final Site site;
    private final Template template;
    private final Definitions definitions;
    private final Services services;
    private final FunctionRunner functions;
    private final Faults faults;
    private final Workflows workflows;

    /**
     * Takes requests when this returns.
     *
     * @throws afterorder.localcloud.template.TemplateException when the template has what the local cloud does not know
     * @throws IllegalStateException when the folder is in use
     */
    public static LocalCloud start(Setup setup) {
        Parts parts = new Parts();
        try {
            return new LocalCloud(setup, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        } catch (IOException failure) {
            parts.close();
            throw new UncheckedIOException("the local cloud does not start: " + failure.getMessage(), failure);
        }
    }

    private LocalCloud(Setup setup, Parts parts) throws IOException {
        this.parts = parts;
        DataFolder data = parts.keep(DataFolder.lock(setup.data()));
        site = Site.open(data.path(), setup.port(), parts);
        Map<String, String> parameters = setup.parametersAt(port());
        template = Template.read(setup.template(), setup.parameters(), parameters, Addresses.onPort(port()));
        definitions = new Definitions(template);
        services = new Services(site, template, parts);
        functions = parts.keep(functionRunner(setup));
        faults = new Faults(clock(), functions::kill);
        edge().intercept(faults);
        edge().attributeBy(functions::invocationOf);
        workflows = parts.keep(new Workflows(
                site.data().resolve("workflows"), clock(), integrations(), Addresses.REGION, Addresses.ACCOUNT));
        services.make(workflows);
        serveApi();
        Marketplace vendor = vendor(parameters);
        Outside.serve(site, vendor);
        servePages(vendor);
        edge().start();
        begin();
    }

    public int port() {
        return site.edge().port();
    }

    /** For people: {@code http://localhost:4566}. */
    public String address() {
        return "http://localhost:" + port();
    }

    /** For AWS clients: {@code http://127.0.0.1:4566}. */
    public URI endpoint() {
        return URI.create(edge().address());
    }

    public Template template() {
        return template;
    }

    public MovableClock clock() {
        return site.clock();
    }

    /** Where each call passes, and can be watched or disturbed. */
    public Edge edge() {
        return site.edge();
    }

    /** The calls that passed. */
    public CallLog calls() {
        return site.calls();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    public FunctionRunner functions() {
        return functions;
    }

    @Override
    public void close() {
        parts.close();
    }

    private FunctionRunner functionRunner(Setup setup) throws IOException {
        return new FunctionRunner(
                RunnerSettings.defaults(site.data().resolve("lambda"), endpoint(), Addresses.REGION)
                        .withClassArchives(setup.classArchives()),
                definitions.functions(),
                clock(),
                this::credentials);
    }

    private Credentials credentials(String function, String environment) {
        AccessKey key = site.keys().issue(new Caller(function, environment));
        return new Credentials(key.id(), key.secret());
    }

    private SdkIntegrations integrations() {
        AccessKey key = site.keys().issue(new Caller("states", ""));
        return parts.keep(new SdkIntegrations(
                endpoint(), key.id(), key.secret(), Addresses.REGION, invokedBy(new Invoker.Workflow())));
    }

    private Functions invokedBy(Invoker invoker) {
        DisturbedFunctions disturbed = new DisturbedFunctions(functions, faults, clock());
        return new InterceptedFunctions(disturbed, edge().interceptors(), services.permissions(), invoker, clock());
    }

    private void serveApi() throws IOException {
        edge().api(new HttpApi(
                definitions.api(),
                invokedBy(new Invoker.Api(definitions.api().apiId())),
                clock(),
                HttpApi.INTEGRATION_TIMEOUT));
        TokenIssuer issuer =
                new TokenIssuer(site.data().resolve("issuer.json"), address() + "/_local", Setup.AUDIENCE, clock());
        edge().local("/_local/token", issuer);
        edge().local("/_local/.well-known", issuer);
        edge().local("/_local/jwks.json", issuer);
    }

    private Marketplace vendor(Map<String, String> parameters) {
        Webhook webhook = new Webhook(
                URI.create(edge().address() + "/vendor/events"),
                Objects.requireNonNull(parameters.get(Setup.VENDOR_WEBHOOK_SECRET)));
        String token = Objects.requireNonNull(parameters.get(Setup.VENDOR_TOKEN));
        return new Marketplace(site.data().resolve("vendor"), token, webhook, clock());
    }

    private void servePages(Marketplace vendor) {
        MailPages mails = new MailPages(services.mailbox(), Addresses.REGION);
        Pages pages = new Pages(new Observed(
                address(),
                clock(),
                template,
                services.tables(),
                services.buckets(),
                services.queues(),
                workflows,
                functions,
                services.mailbox(),
                calls(),
                vendor));
        edge().local(Pages.PATH, pages);
        edge().local("/_local/mailbox", new BrowserFirst(pages, mails.mailbox()));
        edge().local("/_aws/ses", mails.localStack());
        edge().local("/_local/clock", new ClockPage(clock()));
        edge().local("/_local/calls", calls().page());
        edge().local(FaultDoor.PATH, new FaultDoor(faults));
    }

    /** What acts by itself begins when everything it calls is there. */
    private void begin() {
        workflows.resume();
        definitions
                .queueMappings()
                .forEach(mapping -> parts.keep(new QueueTrigger(
                        mapping,
                        new PolledQueue(services.queues(), mapping.queueArn().split(":")[5]),
                        invokedBy(new Invoker.Mapping(mapping.queueArn())))));
        definitions
                .scheduleRules()
                .forEach(rule -> parts.keep(new Schedule(rule, invokedBy(new Invoker.Rule(rule.arn())), clock())));
    }
}
