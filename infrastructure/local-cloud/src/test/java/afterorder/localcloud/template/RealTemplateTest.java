package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import afterorder.localcloud.iam.ArnPattern;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Operator;
import afterorder.localcloud.iam.PrincipalPattern;
import afterorder.localcloud.iam.Statement;
import afterorder.localcloud.iam.Wildcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The template that is deployed reads completely, with everything that the local cloud starts. */
class RealTemplateTest {

    static final Path FILE = Path.of("../../template.yaml");
    static final Map<String, String> PARAMETERS = Map.of(
            "PublicBaseUrl", "http://127.0.0.1:4566",
            "JwtIssuer", "http://127.0.0.1:4566/_local",
            "JwtAudience", "afterorder",
            "SenderAddress", "orders@shop.example",
            "SenderIdentity", "shop.example",
            "VendorUrl", "http://127.0.0.1:4566/_local/vendor/api",
            "VendorToken", "sandbox",
            "VendorWebhookSecret", "sandbox-sandbox-sandbox-sandbox-");

    private final Template template = Template.read(FILE, PARAMETERS, Addresses.onPort(4566));

    @Test
    void has_every_function_with_their_jars_and_limits() {
        assertThat(template.functions())
                .extracting(function -> function.jar().getFileName().toString())
                .containsExactly(
                        "order-intake.jar",
                        "order-changes.jar",
                        "order-confirmation.jar",
                        "license-purchase.jar",
                        "invoicing.jar",
                        "invoicing.jar",
                        "notification.jar",
                        "document-link.jar",
                        "vendor-events.jar",
                        "due-work.jar",
                        "desk.jar",
                        "service-scheduling.jar",
                        "service-scheduling.jar",
                        "customer-export.jar",
                        "mail-feedback.jar");
        Template.Function intake = template.function("OrderIntakeFunction");
        assertThat(intake.name()).matches("afterorder-OrderIntakeFunction-[A-Z0-9]{12}");
        assertThat(intake.aliasArn())
                .isEqualTo("arn:aws:lambda:eu-central-1:000000000000:function:" + intake.name() + ":live");
        assertThat(intake.jar()).isAbsolute();
        assertThat(intake.handler()).isEqualTo("afterorder.intake.OrderIntake");
        assertThat(intake.timeout()).isEqualTo(Duration.ofSeconds(29));
        assertThat(intake.memory()).isEqualTo(1024);
        assertThat(intake.snapStart()).isTrue();
        assertThat(template.function("DueWorkFunction").asyncRetries()).isZero();
    }

    /** Here every call counts as one by TLS, so no other test would miss it. */
    @Test
    void lets_nobody_at_a_bucket_but_by_tls() {
        Condition withoutTls = new Condition(Operator.BOOL, Condition.SECURE_TRANSPORT, List.of("false"));
        for (Template.Bucket bucket : template.buckets()) {
            String arn = "arn:aws:s3:::" + bucket.name();
            assertThat(template.rights().onResources().get(arn)).anySatisfy(statement -> {
                assertThat(statement.effect()).isEqualTo(Statement.Effect.DENY);
                assertThat(statement.principals()).containsExactly(PrincipalPattern.EVERYBODY);
                assertThat(statement.actions()).extracting(Wildcard::text).containsExactly("s3:*");
                assertThat(statement.resources()).extracting(ArnPattern::text).containsExactly(arn, arn + "/*");
                assertThat(statement.conditions()).containsExactly(withoutTls);
            });
        }
    }

    @Test
    void fills_a_functions_environment_with_names_addresses_and_parameters() {
        Template.Queue accepted = queue("AcceptedOrdersQueue");
        assertThat(template.function("OrderIntakeFunction").environment())
                .containsEntry("TABLE", template.tables().getFirst().name())
                .containsEntry("DOCUMENTS_BUCKET", bucket("Documents").name())
                .containsEntry("ACCEPTED_ORDERS_QUEUE", accepted.url())
                .containsEntry("SCOPE_PREFIX", "");
        assertThat(accepted.url()).isEqualTo("http://127.0.0.1:4566/000000000000/" + accepted.name());
        assertThat(template.function("DocumentLinkFunction").environment()).containsEntry("LINK_SECONDS", "60");
        assertThat(template.function("DueWorkFunction").environment())
                .containsEntry("STATE_MACHINE", template.workflows().getFirst().arn());
    }

    @Test
    void guards_orders_with_scopes_and_leaves_mailed_links_open() {
        Template.Authorizer tokens = new Template.Authorizer(
                "Tokens", "http://127.0.0.1:4566/_local", List.of("afterorder"), "$request.header.Authorization");
        Set<String> changers = Set.of("orders.write", "desk");
        assertThat(template.routes())
                .extracting(
                        Template.Route::method,
                        Template.Route::path,
                        Template.Route::authorizer,
                        Template.Route::scopes)
                .containsExactly(
                        tuple("POST", "/orders", Optional.of(tokens), Set.of("orders.write")),
                        tuple("GET", "/orders/{id}", Optional.of(tokens), Set.of("orders.read", "desk")),
                        tuple("GET", "/orders/{id}/lines", Optional.of(tokens), Set.of("orders.read", "desk")),
                        tuple("PUT", "/orders/{id}/purchases/{n}", Optional.of(tokens), changers),
                        tuple("DELETE", "/orders/{id}/purchases/{n}", Optional.of(tokens), changers),
                        tuple("PUT", "/orders/{id}/confirmation", Optional.of(tokens), changers),
                        tuple("PUT", "/orders/{id}/commissioning", Optional.of(tokens), changers),
                        tuple("DELETE", "/orders/{id}/services/{n}", Optional.of(tokens), changers),
                        tuple("PUT", "/orders/{id}/technical-contact", Optional.of(tokens), changers),
                        tuple("GET", "/d/{token}", Optional.empty(), Set.of()),
                        tuple("HEAD", "/d/{token}", Optional.empty(), Set.of()),
                        tuple("POST", "/d/{token}", Optional.empty(), Set.of()),
                        tuple("POST", "/vendor/events", Optional.empty(), Set.of()),
                        staff("GET", "/desk/parked", tokens),
                        staff("POST", "/desk/orders/{id}/confirmation/retry", tokens),
                        staff("POST", "/desk/orders/{id}/confirmation/correction", tokens),
                        staff("PUT", "/desk/orders/{id}/mail-address", tokens),
                        staff("POST", "/desk/orders/{id}/vat-id", tokens),
                        staff("POST", "/desk/orders/{id}/links/revocation", tokens),
                        staff("POST", "/desk/orders/{id}/links", tokens),
                        staff("POST", "/desk/orders/{id}/purchases/{n}/retry", tokens),
                        staff("POST", "/desk/orders/{id}/purchases/{n}/acceptance", tokens),
                        staff("DELETE", "/desk/orders/{id}/purchases/{n}", tokens),
                        staff("GET", "/desk/purchases", tokens),
                        staff("PUT", "/desk/purchases/{id}/{n}", tokens),
                        staff("POST", "/desk/purchases/{id}/{n}/link", tokens),
                        staff("POST", "/desk/invoices/{number}/cancellation", tokens),
                        staff("POST", "/desk/invoices/{number}/replacement", tokens),
                        staff("POST", "/desk/orders/{id}/corrections/{name}/retry", tokens),
                        staff("POST", "/desk/customers/{number}/export", tokens),
                        tuple("GET", "/t/{token}", Optional.empty(), Set.of()),
                        tuple("HEAD", "/t/{token}", Optional.empty(), Set.of()),
                        tuple("POST", "/t/{token}", Optional.empty(), Set.of()),
                        staff("GET", "/desk/engagements", tokens),
                        staff("GET", "/desk/service-levels", tokens),
                        staff("GET", "/desk/engagements/{id}/{n}", tokens),
                        staff("PUT", "/desk/engagements/{id}/{n}/owner", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/contacts", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/proposals", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/proposals/{p}/acceptance", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/proposals/{p}/refusal", tokens),
                        staff("DELETE", "/desk/engagements/{id}/{n}/appointments/{a}", tokens),
                        staff("PUT", "/desk/engagements/{id}/{n}/details", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/performance", tokens),
                        staff("DELETE", "/desk/engagements/{id}/{n}/performance/{e}", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/closing", tokens),
                        staff("POST", "/desk/engagements/{id}/{n}/retry", tokens),
                        staff("DELETE", "/desk/engagements/{id}/{n}", tokens),
                        tuple("GET", "/e/{token}", Optional.empty(), Set.of()),
                        tuple("HEAD", "/e/{token}", Optional.empty(), Set.of()),
                        tuple("POST", "/e/{token}", Optional.empty(), Set.of()));
    }

    private static Tuple staff(String method, String path, Template.Authorizer tokens) {
        return tuple(method, path, Optional.of(tokens), Set.of("desk"));
    }

    @Test
    void lets_links_work_for_thirteen_months_and_logs_routes_not_paths_which_hold_their_tokens() throws IOException {
        assertThat(template.function("NotificationFunction").environment()).containsEntry("LINK_DAYS", "397");
        assertThat(template.function("InvoicingFunction").environment()).containsEntry("LINK_DAYS", "397");
        String text = Files.readString(FILE);
        String log = text.substring(text.indexOf("AccessLogSettings:"), text.indexOf("LicenseOrder:"));
        assertThat(log)
                .contains("$context.routeKey")
                .doesNotContain("$context.path", "$context.customDomain", "$request");
    }

    @Test
    void puts_the_scopes_behind_the_prefix_of_the_resource_server() {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("ScopePrefix", "afterorder/");
        parameters.put("JwtAudience", "shop,desk");
        Template.Route place =
                Template.read(FILE, parameters, Addresses.onPort(1)).routes().getFirst();
        assertThat(place.scopes()).containsExactly("afterorder/orders.write");
        assertThat(place.authorizer().orElseThrow().audiences()).containsExactly("shop", "desk");
    }

    @Test
    void starts_functions_from_queues_and_by_the_minute() {
        assertThat(template.queueTriggers())
                .extracting(
                        Template.QueueTrigger::queueArn,
                        Template.QueueTrigger::functionArn,
                        Template.QueueTrigger::batchSize,
                        Template.QueueTrigger::maximumConcurrency,
                        Template.QueueTrigger::reportsItemFailures)
                .containsExactly(
                        tuple(
                                queue("AcceptedOrdersQueue").arn(),
                                template.function("OrderConfirmationFunction").aliasArn(),
                                5,
                                OptionalInt.of(5),
                                true),
                        tuple(
                                queue("LicensePurchasesQueue").arn(),
                                template.function("LicensePurchaseFunction").aliasArn(),
                                1,
                                OptionalInt.of(10),
                                true),
                        tuple(
                                queue("CorrectionsQueue").arn(),
                                template.function("InvoiceCorrectionFunction").aliasArn(),
                                1,
                                OptionalInt.of(2),
                                true),
                        tuple(
                                queue("NoticesQueue").arn(),
                                template.function("NotificationFunction").aliasArn(),
                                5,
                                OptionalInt.of(5),
                                true),
                        tuple(
                                queue("EngagementsQueue").arn(),
                                template.function("ServiceSchedulingFunction").aliasArn(),
                                1,
                                OptionalInt.of(2),
                                true),
                        tuple(
                                queue("ExportsQueue").arn(),
                                template.function("CustomerExportFunction").aliasArn(),
                                1,
                                OptionalInt.of(2),
                                true),
                        tuple(
                                queue("MailFeedbackQueue").arn(),
                                template.function("MailFeedbackFunction").aliasArn(),
                                5,
                                OptionalInt.of(2),
                                true));
    }

    @Test
    void looks_each_minute_for_what_is_due_and_calls_every_other_function_each_day() {
        String dueWork = template.function("DueWorkFunction").aliasArn();
        assertThat(template.schedules())
                .filteredOn(schedule -> schedule.functionArn().equals(dueWork))
                .extracting(Template.Schedule::every)
                .containsExactly(Duration.ofMinutes(1));
        assertThat(template.schedules())
                .filteredOn(schedule -> schedule.every().equals(Duration.ofDays(1)) && schedule.enabled())
                .filteredOn(schedule -> schedule.input().isPresent())
                .extracting(Template.Schedule::functionArn)
                .containsExactlyInAnyOrderElementsOf(template.functions().stream()
                        .map(Template.Function::aliasArn)
                        .filter(function -> !function.equals(dueWork))
                        .toList());
    }

    @Test
    void has_ses_say_what_became_of_a_mail_to_the_queue_of_mail_feedback() {
        Template.ConfigurationSet set = template.configurationSets().getFirst();
        assertThat(set.name())
                .isEqualTo(
                        template.function("NotificationFunction").environment().get("MAIL_CONFIGURATION_SET"));
        assertThat(set.suppressedReasons()).containsExactlyInAnyOrder("BOUNCE", "COMPLAINT");
        Template.EventDestination destination = set.destinations().getFirst();
        assertThat(destination.events()).containsExactlyInAnyOrder("bounce", "complaint", "reject");
        assertThat(template.subscriptions())
                .extracting(Template.Subscription::topicArn, Template.Subscription::queueArn)
                .containsExactly(
                        tuple(destination.topicArn(), queue("MailFeedbackQueue").arn()));
    }

    @Test
    void lets_no_more_than_two_read_at_once_what_the_desk_bought() {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("Vendor", "desk");
        Template desk = Template.read(FILE, parameters, Addresses.onPort(1));
        assertThat(desk.queueTriggers())
                .extracting(Template.QueueTrigger::maximumConcurrency)
                .containsExactly(
                        OptionalInt.of(5),
                        OptionalInt.of(2),
                        OptionalInt.of(2),
                        OptionalInt.of(5),
                        OptionalInt.of(2),
                        OptionalInt.of(2),
                        OptionalInt.of(2));
        assertThat(desk.function("LicensePurchaseFunction").environment())
                .containsEntry("VENDOR", "desk")
                .containsEntry("COMMERCE_URL", "https://api.atlassian.com");
    }

    @Test
    void has_table_buckets_and_queues_as_their_services_take_them() {
        Template.Table table = template.tables().getFirst();
        assertThat(table.createRequest().path("TableName").asText()).isEqualTo(table.name());
        assertThat(table.createRequest().path("GlobalSecondaryIndexes").findValuesAsText("IndexName"))
                .containsExactly("due", "waiting", "customer", "team");
        assertThat(bucket("Documents").objectLock()).isTrue();
        assertThat(bucket("LicenseKeys").versioned()).isTrue();
        assertThat(bucket("LicenseKeys").name()).matches("[a-z0-9-]{3,63}");
        Template.Queue purchases = queue("LicensePurchasesQueue");
        assertThat(purchases.visibilityTimeout()).isEqualTo(Duration.ofSeconds(720));
        assertThat(purchases.deadLetters())
                .contains(new Template.DeadLetters(
                        queue("LicensePurchasesDeadLetters").arn(), 5));
    }

    @Test
    void makes_the_substitutions_in_the_workflow() {
        assertThat(template.workflows().getFirst().definition())
                .contains(queue("LicensePurchasesQueue").url())
                .contains(template.function("InvoicingFunction").aliasArn())
                .doesNotContain("${");
    }

    @Test
    void names_everything_the_same_at_the_next_start() {
        assertThat(Template.read(FILE, PARAMETERS, Addresses.onPort(4566))).isEqualTo(template);
    }

    @Test
    void keeps_the_vendors_tokens_in_a_secret_and_nowhere_else() {
        Map<String, String> parameters = new HashMap<>(PARAMETERS);
        parameters.put("VendorToken", "to-be-kept");
        Template read = Template.read(FILE, parameters, Addresses.onPort(4566));
        Template.Secret access = read.secrets().getFirst();
        assertThat(access.arn())
                .matches(
                        "arn:aws:secretsmanager:eu-central-1:000000000000:secret:VendorAccess-[A-Z0-9]{12}-[A-Z0-9]{6}");
        assertThat(access.arn()).startsWith("arn:aws:secretsmanager:eu-central-1:000000000000:secret:" + access.name());
        assertThat(access.value())
                .isEqualTo("{\"vendorToken\":\"to-be-kept\","
                        + "\"vendorWebhookSecret\":\"sandbox-sandbox-sandbox-sandbox-\","
                        + " \"commerceToken\":\"\",\"commerceAccount\":\"\"}");
        assertThat(read.function("LicensePurchaseFunction").environment()).containsEntry("VENDOR_ACCESS", access.arn());
        assertThat(read.toString()).contains(access.arn()).doesNotContain("to-be-kept");
    }

    private Template.Queue queue(String logicalId) {
        return template.queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private Template.Bucket bucket(String logicalId) {
        return template.buckets().stream()
                .filter(bucket -> bucket.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }
}
