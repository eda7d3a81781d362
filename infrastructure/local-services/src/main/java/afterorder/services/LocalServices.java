package afterorder.services;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AccessKeys;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.Edge;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.iam.Permissions;
import afterorder.localcloud.mail.Deliveries;
import afterorder.localcloud.mail.Fates;
import afterorder.localcloud.mail.Mail;
import afterorder.localcloud.mail.Mailbox;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.queue.Message;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.secret.Secrets;
import afterorder.localcloud.storage.Buckets;
import afterorder.localcloud.table.Tables;
import afterorder.localcloud.tax.VatIdRegister;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.topic.Topics;
import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.workflow.Workflows;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.integration.SdkIntegrations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Table, queues, buckets, mail, workflow and the vendor's sandbox, made from the real {@code template.yaml}, so that code
 * and template must agree; and no functions, which tests make themselves.
 */
public final class LocalServices implements AutoCloseable {
    private static final String SENDER_DOMAIN = "reseller.example";
    private static final String VENDOR_TOKEN = "sandbox";
    private static final String VENDOR_WEBHOOK_SECRET = "sandbox-sandbox-sandbox-sandbox-";
    private static final Duration POLL = Duration.ofMillis(200);

    private final AccessKeys keys = new AccessKeys();
    private final CallLog calls = new CallLog();
    private final AtomicInteger tablesMade = new AtomicInteger();
    private final MovableClock clock;
    private final Edge edge;
    private final Template template;
    private final Tables tables;
    private final Buckets buckets;
    private final Queues queues;
    private final Mailbox mailbox;
    private final SdkIntegrations integrations;
    private final Workflows workflows;

    /** @param data an empty folder */
    LocalServices(Path data) {
        clock = new MovableClock(data.resolve("clock.json"));
        edge = new Edge(0, clock, keys);
        template = Template.read(Project.file("template.yaml"), parameters(), Addresses.onPort(edge.port()));
        tables = new Tables(data.resolve("tables"), Addresses.REGION);
        buckets = new Buckets(data.resolve("buckets"), clock, keys);
        queues = new Queues(data.resolve("queues"), clock, Addresses.REGION, edge.address());
        mailbox = new Mailbox(data.resolve("mails"));
        integrations = new SdkIntegrations(endpoint(), "test", "test", Addresses.REGION, (function, event) -> {
            throw new AwsError(404, "ResourceNotFoundException", "no function runs here: " + function);
        });
        workflows = new Workflows(data.resolve("workflows"), clock, integrations, Addresses.REGION, Addresses.ACCOUNT);
        edge.intercept(calls);
        serve(data);
        edge.start();
        makeResources();
    }

    public URI endpoint() {
        return URI.create(edge.address());
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
        tables.create(
                name,
                resources("AWS::DynamoDB::Table").findFirst().orElseThrow().properties());
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
        return mailbox.messages().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    /** Takes messages from a queue, each at most once. @param url as a function's environment names it */
    public List<Message> receive(String url) {
        try {
            return queues.receive(url.substring(url.lastIndexOf('/') + 1), 10, POLL);
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
        return calls;
    }

    AccessKeys keys() {
        return keys;
    }

    void intercept(Interceptor interceptor) {
        edge.intercept(interceptor);
    }

    @Override
    public void close() {
        workflows.close();
        integrations.close();
        edge.close();
        queues.close();
        buckets.close();
        tables.close();
        clock.close();
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
                "orders@" + SENDER_DOMAIN,
                "SenderIdentity",
                SENDER_DOMAIN,
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

    private void serve(Path data) {
        edge.service("dynamodb", tables.handler());
        edge.service("s3", buckets.handler());
        edge.service("sqs", queues.handler());
        edge.service("states", workflows);
        Secrets secrets = new Secrets(clock);
        template.secrets().forEach(secret -> secrets.create(secret.name(), secret.arn(), secret.value()));
        edge.service("secretsmanager", secrets);
        Fates fates = new Fates(data.resolve("mail-addresses"));
        Topics topics = new Topics(template.subscriptions(), queues, (topic, queue) -> {});
        Deliveries deliveries = new Deliveries(template.configurationSets(), fates, topics::publish);
        Ses ses = new Ses(mailbox, clock, Addresses.REGION, List.of(SENDER_DOMAIN), deliveries);
        edge.service("ses", ses);
        edge.local(Fates.DOOR, fates);
        String table = template.tables().getFirst().name();
        edge.guard(new Permissions(template.rights(), new PolicySurroundings(ses, buckets, table)));
        VatIdRegister register = new VatIdRegister(data.resolve("vat-ids"), clock);
        edge.local(VatIdRegister.PATH, register);
        edge.local(VatIdRegister.DOOR, register);
        edge.local(Marketplace.PATH, new Marketplace(data.resolve("vendor"), VENDOR_TOKEN, clock));
    }

    private void makeResources() {
        resources("AWS::DynamoDB::Table").forEach(table -> tables.create(table.name(), table.properties()));
        resources("AWS::S3::Bucket").forEach(bucket -> buckets.create(bucket.name(), bucket.properties()));
        resources("AWS::SQS::Queue")
                .sorted(Comparator.comparing(queue -> queue.properties().has("RedrivePolicy")))
                .forEach(queue ->
                        queues.create(queue.name().substring(queue.name().lastIndexOf('/') + 1), queue.properties()));
        template.workflows()
                .forEach(workflow -> workflows.create(
                        workflow.name(),
                        workflow.definition(),
                        "arn:aws:iam::" + Addresses.ACCOUNT + ":role/local",
                        "STANDARD"));
    }

    private Stream<Template.Resource> resources(String type) {
        return template.resources().stream().filter(resource -> resource.type().equals(type));
    }
}
