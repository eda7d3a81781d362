package afterorder.services;

import afterorder.localcloud.Outside;
import afterorder.localcloud.Parts;
import afterorder.localcloud.Services;
import afterorder.localcloud.Site;
import afterorder.localcloud.edge.AccessKeys;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.mail.Mail;
import afterorder.localcloud.queue.Message;
import afterorder.localcloud.tax.VatIdRegister;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.workflow.Workflows;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.integration.SdkIntegrations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Table, queues, buckets, mail, workflow and the vendor's sandbox, made from the real {@code template.yaml}, so that code
 * and template must agree; and no functions, which tests make themselves.
 */
public final class LocalServices implements AutoCloseable {
    private static final String VENDOR_TOKEN = "sandbox";
    private static final String VENDOR_WEBHOOK_SECRET = "sandbox-sandbox-sandbox-sandbox-";
    private static final Duration POLL = Duration.ofMillis(200);

    private final Parts parts = new Parts();
    private final AtomicInteger tablesMade = new AtomicInteger();
    private final Site site;
    private final Template template;
    private final Services services;
    private final Workflows workflows;

    /** @param data an empty folder */
    LocalServices(Path data) {
        site = Site.open(data, 0, parts);
        template = Template.read(
                Project.file("template.yaml"),
                parameters(),
                Addresses.onPort(site.edge().port()));
        String table = template.tables().getFirst().name();
        services = new Services(site, template, anyOther -> table, parts);
        SdkIntegrations integrations =
                parts.keep(new SdkIntegrations(endpoint(), "test", "test", Addresses.REGION, (function, event) -> {
                    throw new AwsError(404, "ResourceNotFoundException", "no function runs here: " + function);
                }));
        workflows = parts.keep(new Workflows(
                data.resolve("workflows"), site.clock(), integrations, Addresses.REGION, Addresses.ACCOUNT));
        services.make(workflows);
        Outside.serve(site, new Marketplace(data.resolve("vendor"), VENDOR_TOKEN, site.clock()));
        site.edge().start();
    }

    public URI endpoint() {
        return URI.create(site.edge().address());
    }

    public Region region() {
        return Region.of(Addresses.REGION);
    }

    /** Of a person, who may do everything. */
    public AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    }

    /** The sandbox, with its doors for tests. */
    public URI vendor() {
        return endpoint().resolve(Marketplace.PATH);
    }

    /** An execution environment of its own for a function of the template, with the rights that the template gives it. */
    public Deployed function(String logicalId) {
        return new Deployed(template.function(logicalId), this);
    }

    /** Another table as the template makes it, empty. */
    public String newTable() {
        String name = "orders-" + tablesMade.incrementAndGet();
        Template.Resource table =
                template.resources("AWS::DynamoDB::Table").findFirst().orElseThrow();
        services.tables().create(name, table.properties());
        return name;
    }

    /** @param logicalId of a queue of the template */
    public String queueUrl(String logicalId) {
        return template.queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .url();
    }

    /** All mails that were sent to this address. */
    public List<Mail> mailsTo(String address) {
        return services.mailbox().messages().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    /** Takes messages from a queue, each at most once. @param url as a function's environment names it */
    public List<Message> receive(String url) {
        try {
            return services.queues().receive(url.substring(url.lastIndexOf('/') + 1), 10, POLL);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a message", stop);
        }
    }

    /** All executions of the workflow for that order. */
    public List<Execution> executions(String orderId) {
        return workflows.executions().stream()
                .filter(execution -> execution.name().startsWith(orderId))
                .toList();
    }

    CallLog calls() {
        return site.calls();
    }

    AccessKeys keys() {
        return site.keys();
    }

    void intercept(Interceptor interceptor) {
        site.edge().intercept(interceptor);
    }

    @Override
    public void close() {
        parts.close();
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new HashMap<>(Map.of(
                "PublicBaseUrl",
                "https://orders.reseller.example",
                "JwtIssuer",
                "https://tokens.reseller.example",
                "JwtAudience",
                "afterorder",
                "SenderAddress",
                "orders@" + Services.SENDER_DOMAIN,
                "SenderIdentity",
                Services.SENDER_DOMAIN,
                "VendorUrl",
                vendor() + "/api",
                "VendorToken",
                VENDOR_TOKEN,
                "VendorWebhookSecret",
                VENDOR_WEBHOOK_SECRET));
        all.putAll(Map.of(
                "CommerceUrl",
                vendor().toString(),
                "CommerceToken",
                VENDOR_TOKEN,
                "CommerceAccount",
                "account-of-the-reseller"));
        all.put("VatIdCheckUrl", endpoint().resolve(VatIdRegister.PATH).toString());
        return all;
    }
}
