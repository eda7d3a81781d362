package afterorder.localcloud;

import afterorder.localcloud.edge.Edge;
import afterorder.localcloud.iam.Permissions;
import afterorder.localcloud.mail.Deliveries;
import afterorder.localcloud.mail.Fates;
import afterorder.localcloud.mail.Mailbox;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.secret.Secrets;
import afterorder.localcloud.storage.Buckets;
import afterorder.localcloud.table.Tables;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.topic.Topics;
import afterorder.localcloud.workflow.Workflows;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What keeps a template's data: its tables, buckets, queues, secrets and mails, made as it says, and its workflows. All of it
 * is served at the edge of a site, to those whom the template's policies allow it.
 */
public final class Services {
    /** Whoever writes from it is verified. */
    public static final String SENDER_DOMAIN = "reseller.example";

    private final Template template;
    private final Edge edge;
    private final Tables tables;
    private final Buckets buckets;
    private final Queues queues;
    private final Mailbox mailbox;
    private final Permissions permissions;

    /** @param parts among which they end */
    public Services(Site site, Template template, Parts parts) {
        this(site, template, UnaryOperator.identity(), parts);
    }

    /** @param asInTemplate the table of the template that another one stands for, as rights name it */
    public Services(Site site, Template template, UnaryOperator<String> asInTemplate, Parts parts) {
        this.template = template;
        edge = site.edge();
        tables = parts.keep(new Tables(site.data().resolve("tables"), Addresses.REGION));
        buckets = parts.keep(new Buckets(site.data().resolve("buckets"), site.clock(), site.keys()));
        queues = parts.keep(new Queues(site.data().resolve("queues"), site.clock(), Addresses.REGION, edge.address()));
        mailbox = new Mailbox(site.data().resolve("mails"));
        Ses ses = mailService(site);
        permissions = new Permissions(template.rights(), new ServiceSurroundings(ses, buckets, asInTemplate));
        makeResources();
        serve(ses, secrets(site));
    }

    public Tables tables() {
        return tables;
    }

    public Buckets buckets() {
        return buckets;
    }

    public Queues queues() {
        return queues;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Permissions permissions() {
        return permissions;
    }

    /**
     * Makes the template's state machines, and serves them.
     *
     * @throws afterorder.localcloud.template.TemplateException when one has what is wrong, or unknown here
     */
    public void make(Workflows workflows) {
        WorkflowProblems.check(template.workflows(), workflows);
        String role = "arn:aws:iam::" + Addresses.ACCOUNT + ":role/local";
        template.workflows()
                .forEach(workflow -> workflows.create(workflow.name(), workflow.definition(), role, "STANDARD"));
        edge.service("states", workflows);
    }

    /** With what becomes of the mails that it takes. */
    private Ses mailService(Site site) {
        Fates fates = new Fates(site.data().resolve("mail-addresses"));
        edge.local(Fates.DOOR, fates);
        Topics topics = new Topics(template.subscriptions(), queues, gate());
        Deliveries deliveries = new Deliveries(template.configurationSets(), fates, topics::publish);
        return new Ses(mailbox, site.clock(), Addresses.REGION, List.of(SENDER_DOMAIN), deliveries);
    }

    /** The rights depend on SES, and SES on who may publish. */
    private Topics.Gate gate() {
        return new Topics.Gate() {
            @Override
            public void checkPublication(String sourceArn, String topicArn) {
                permissions.checkPublication(sourceArn, topicArn);
            }

            @Override
            public void checkDelivery(String topicArn, String queueArn) {
                permissions.checkDelivery(topicArn, queueArn);
            }
        };
    }

    private Secrets secrets(Site site) {
        Secrets secrets = new Secrets(site.clock());
        template.secrets().forEach(secret -> secrets.create(secret.name(), secret.arn(), secret.value()));
        return secrets;
    }

    /** Makes what is there already only where it differs. */
    private void makeResources() {
        Comparator<Template.Resource> deadLettersFirst =
                Comparator.comparing(resource -> resource.properties().has("RedrivePolicy"));
        template.resources("AWS::DynamoDB::Table").forEach(table -> tables.create(table.name(), table.properties()));
        template.resources("AWS::S3::Bucket").forEach(bucket -> buckets.create(bucket.name(), bucket.properties()));
        template.resources("AWS::SQS::Queue")
                .sorted(deadLettersFirst)
                .forEach(queue -> queues.create(queueName(queue), queue.properties()));
    }

    private static String queueName(Template.Resource queue) {
        return queue.name().substring(queue.name().lastIndexOf('/') + 1);
    }

    private void serve(Ses ses, Secrets secrets) {
        edge.service("dynamodb", tables.handler());
        edge.service("s3", buckets.handler());
        edge.service("sqs", queues.handler());
        edge.service("secretsmanager", secrets);
        edge.service("ses", ses);
        edge.guard(permissions);
        edge.local("/_local/permissions", permissions.page());
    }
}
