package afterorder.localcloud;

import afterorder.localcloud.clock.ClockPage;
import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AccessKey;
import afterorder.localcloud.edge.AccessKeys;
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
import afterorder.localcloud.iam.Permissions;
import afterorder.localcloud.mail.Deliveries;
import afterorder.localcloud.mail.Fates;
import afterorder.localcloud.mail.MailPages;
import afterorder.localcloud.mail.Mailbox;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.page.BrowserFirst;
import afterorder.localcloud.page.Observed;
import afterorder.localcloud.page.Pages;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.secret.Secrets;
import afterorder.localcloud.storage.Buckets;
import afterorder.localcloud.table.Tables;
import afterorder.localcloud.tax.VatIdRegister;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.topic.Topics;
import afterorder.localcloud.trigger.QueueTrigger;
import afterorder.localcloud.trigger.Schedule;
import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.vendor.Webhook;
import afterorder.localcloud.workflow.Workflows;
import afterorder.localcloud.workflow.integration.SdkIntegrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs one template on this machine: makes its resources, starts its functions when they are called, and ends all of it on
 * {@link #close()}. The same folder and template go on where an earlier one stopped, however it stopped.
 */
public final class LocalCloud implements AutoCloseable {
    private final Parts parts;
    private final DataFolder data;
    private final AccessKeys keys = new AccessKeys();
    private final CallLog calls = new CallLog();
    private final MovableClock clock;
    private final Edge edge;
    private final Template template;
    private final Definitions definitions;
    private final FunctionRunner functions;
    private final Faults faults;
    private final Tables tables;
    private final Buckets buckets;
    private final Queues queues;
    private final Mailbox mailbox;
    private final Permissions permissions;
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
        data = parts.keep(DataFolder.lock(setup.data()));
        clock = parts.keep(new MovableClock(data.resolve("clock.json")));
        edge = parts.keep(new Edge(setup.port(), clock, keys));
        edge.intercept(calls);
        Map<String, String> parameters = setup.parametersAt(port());
        template = Template.read(setup.template(), setup.parameters(), parameters, Addresses.onPort(port()));
        definitions = new Definitions(template);
        tables = parts.keep(new Tables(data.resolve("tables"), Addresses.REGION));
        buckets = parts.keep(new Buckets(data.resolve("buckets"), clock, keys));
        queues = parts.keep(new Queues(data.resolve("queues"), clock, Addresses.REGION, edge.address()));
        mailbox = new Mailbox(data.resolve("mails"));
        permissions = guardedBy(mailService());
        functions = parts.keep(functionRunner(setup));
        faults = new Faults(clock, functions::kill);
        edge.intercept(faults);
        edge.attributeBy(functions::invocationOf);
        workflows = parts.keep(
                new Workflows(data.resolve("workflows"), clock, integrations(), Addresses.REGION, Addresses.ACCOUNT));
        makeResources();
        serveApi();
        servePages(vendor(parameters));
        edge.start();
        begin();
    }

    public int port() {
        return edge.port();
    }

    /** For people: {@code http://localhost:4566}. */
    public String address() {
        return "http://localhost:" + port();
    }

    /** For AWS clients: {@code http://127.0.0.1:4566}. */
    public URI endpoint() {
        return URI.create(edge.address());
    }

    public Template template() {
        return template;
    }

    public MovableClock clock() {
        return clock;
    }

    /** Where each call passes, and can be watched or disturbed. */
    public Edge edge() {
        return edge;
    }

    /** The calls that passed. */
    public CallLog calls() {
        return calls;
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

    /** With what becomes of the mails that it takes. */
    private Ses mailService() {
        Fates fates = new Fates(data.resolve("mail-addresses"));
        edge.local(Fates.DOOR, fates);
        Topics topics = new Topics(template.subscriptions(), queues, this::checkDelivery);
        Deliveries deliveries = new Deliveries(template.configurationSets(), fates, topics::publish);
        return new Ses(mailbox, clock, Addresses.REGION, List.of(Setup.SENDER_DOMAIN), deliveries);
    }

    private void checkDelivery(String topic, String queue) {
        permissions.checkDelivery(topic, queue);
    }

    /** Each call needs rights from here on. */
    private Permissions guardedBy(Ses ses) {
        edge.service("ses", ses);
        Permissions guard = new Permissions(template.rights(), new ServiceSurroundings(ses, buckets));
        edge.guard(guard);
        edge.local("/_local/permissions", guard.page());
        return guard;
    }

    private FunctionRunner functionRunner(Setup setup) throws IOException {
        return new FunctionRunner(
                RunnerSettings.defaults(data.resolve("lambda"), endpoint(), Addresses.REGION)
                        .withClassArchives(setup.classArchives()),
                definitions.functions(),
                clock,
                this::credentials);
    }

    private Credentials credentials(String function, String environment) {
        AccessKey key = keys.issue(new Caller(function, environment));
        return new Credentials(key.id(), key.secret());
    }

    private SdkIntegrations integrations() {
        AccessKey key = keys.issue(new Caller("states", ""));
        return parts.keep(new SdkIntegrations(
                endpoint(), key.id(), key.secret(), Addresses.REGION, invokedBy(new Invoker.Workflow())));
    }

    private Functions invokedBy(Invoker invoker) {
        DisturbedFunctions disturbed = new DisturbedFunctions(functions, faults, clock);
        return new InterceptedFunctions(disturbed, edge.interceptors(), permissions, invoker, clock);
    }

    /** Makes what is there already only where it differs. */
    private void makeResources() {
        Comparator<Template.Resource> deadLettersFirst =
                Comparator.comparing(resource -> resource.properties().has("RedrivePolicy"));
        of("AWS::DynamoDB::Table").forEach(table -> tables.create(table.name(), table.properties()));
        of("AWS::S3::Bucket").forEach(bucket -> buckets.create(bucket.name(), bucket.properties()));
        template.queues().stream()
                .map(queue -> resource(queue.logicalId()))
                .sorted(deadLettersFirst)
                .forEach(queue -> queues.create(queueName(queue), queue.properties()));
        Secrets secrets = new Secrets(clock);
        template.secrets().forEach(secret -> secrets.create(secret.name(), secret.arn(), secret.value()));
        edge.service("secretsmanager", secrets);
        edge.service("dynamodb", tables.handler());
        edge.service("s3", buckets.handler());
        edge.service("sqs", queues.handler());
        edge.service("states", workflows);
    }

    private List<Template.Resource> of(String type) {
        return template.resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    private Template.Resource resource(String logicalId) {
        return template.resources().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private static String queueName(Template.Resource queue) {
        return queue.name().substring(queue.name().lastIndexOf('/') + 1);
    }

    private void serveApi() throws IOException {
        edge.api(new HttpApi(
                definitions.api(),
                invokedBy(new Invoker.Api(definitions.api().apiId())),
                clock,
                HttpApi.INTEGRATION_TIMEOUT));
        TokenIssuer issuer = new TokenIssuer(data.resolve("issuer.json"), address() + "/_local", Setup.AUDIENCE, clock);
        edge.local("/_local/token", issuer);
        edge.local("/_local/.well-known", issuer);
        edge.local("/_local/jwks.json", issuer);
    }

    private Marketplace vendor(Map<String, String> parameters) {
        Webhook webhook = new Webhook(
                URI.create(edge.address() + "/vendor/events"),
                Objects.requireNonNull(parameters.get(Setup.VENDOR_WEBHOOK_SECRET)));
        String token = Objects.requireNonNull(parameters.get(Setup.VENDOR_TOKEN));
        return new Marketplace(data.resolve("vendor"), token, webhook, clock);
    }

    private void servePages(Marketplace vendor) {
        MailPages mails = new MailPages(mailbox, Addresses.REGION);
        Pages pages = new Pages(new Observed(
                address(), clock, template, tables, buckets, queues, workflows, functions, mailbox, calls, vendor));
        edge.local(Pages.PATH, pages);
        edge.local("/_local/mailbox", new BrowserFirst(pages, mails.mailbox()));
        edge.local("/_aws/ses", mails.localStack());
        edge.local("/_local/clock", new ClockPage(clock));
        edge.local("/_local/calls", calls.page());
        edge.local(FaultDoor.PATH, new FaultDoor(faults));
        VatIdRegister register = new VatIdRegister(data.resolve("vat-ids"), clock);
        edge.local(VatIdRegister.PATH, register);
        edge.local(VatIdRegister.DOOR, register);
        edge.local(Marketplace.PATH, vendor);
    }

    /** What acts by itself begins when everything it calls is there. */
    private void begin() {
        WorkflowProblems.check(template.workflows(), workflows);
        template.workflows()
                .forEach(workflow -> workflows.create(
                        workflow.name(),
                        workflow.definition(),
                        "arn:aws:iam::" + Addresses.ACCOUNT + ":role/local",
                        "STANDARD"));
        workflows.resume();
        definitions
                .queueMappings()
                .forEach(mapping -> parts.keep(new QueueTrigger(
                        mapping,
                        new PolledQueue(queues, mapping.queueArn().split(":")[5]),
                        invokedBy(new Invoker.Mapping(mapping.queueArn())))));
        definitions
                .scheduleRules()
                .forEach(rule -> parts.keep(new Schedule(rule, invokedBy(new Invoker.Rule(rule.arn())), clock)));
    }
}
