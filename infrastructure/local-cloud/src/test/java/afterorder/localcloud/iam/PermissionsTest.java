package afterorder.localcloud.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.TestCloud;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What the edge answers to functions that may not do what they ask for, seen by AWS's own clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final Map<String, AttributeValue> ROW =
            Map.of("orderId", AttributeValue.fromS("7K3M9X2Q4T8WZ"), "part", AttributeValue.fromS("order"));
    private static final AwsBasicCredentials YOU = AwsBasicCredentials.create("test", "test");

    private TestCloud cloud;
    private Permissions permissions;
    private Template template;
    private AwsBasicCredentials writer;
    private AwsBasicCredentials idle;

    @BeforeAll
    void start(@TempDir Path data) throws URISyntaxException {
        cloud = new TestCloud(data);
        URI file = Objects.requireNonNull(PermissionsTest.class.getResource("template.yaml"))
                .toURI();
        template = Template.read(Path.of(file), Map.of(), Addresses.onPort(cloud.edge.port()));
        permissions = new Permissions(template.rights(), new Surroundings() {
            @Override
            public String mailIdentity(String sender) {
                return sender.substring(sender.indexOf('@') + 1);
            }

            @Override
            public boolean hasObject(String bucket, String key) {
                return cloud.buckets.has(bucket, key);
            }
        });
        cloud.edge.guard(permissions);
        cloud.edge.local("/_local/permissions", permissions.page());
        writer = cloud.as("writer");
        idle = cloud.as("idle");
        cloud.s3(YOU)
                .putObject(
                        put -> put.bucket("documents").key("invoices/R-1.pdf"), RequestBody.fromString("an invoice"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void dynamodb_says_who_may_not_do_what_with_which_table_or_index() {
        assertDenied(
                () -> cloud.dynamo(writer)
                        .getItem(get -> get.tableName("orders").key(ROW)),
                400,
                "AccessDeniedException",
                "User: arn:aws:sts::000000000000:assumed-role/.*WriterRole-[A-Z0-9]{12}/writer is not authorized to"
                        + " perform: dynamodb:GetItem on resource:"
                        + " arn:aws:dynamodb:eu-central-1:000000000000:table/orders because no identity-based policy"
                        + " allows the dynamodb:GetItem action");
        assertDenied(
                () -> cloud.dynamo(writer).query(query -> query.tableName("orders")
                        .indexName("due")
                        .keyConditionExpression("due = :due")
                        .expressionAttributeValues(Map.of(":due", AttributeValue.fromS("now")))),
                400,
                "AccessDeniedException",
                ".*dynamodb:Query on resource: arn:aws:dynamodb:eu-central-1:000000000000:table/orders/index/due .*");
    }

    @Test
    void a_transaction_needs_the_right_of_each_of_its_actions() {
        Update update = Update.builder()
                .tableName("orders")
                .key(ROW)
                .updateExpression("SET version = :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .build();
        cloud.dynamo(writer).transactWriteItems(write -> write.transactItems(one -> one.update(update)));
        assertDenied(
                () -> cloud.dynamo(writer)
                        .transactWriteItems(write -> write.transactItems(
                                one -> one.update(update),
                                one -> one.conditionCheck(check -> check.tableName("orders")
                                        .key(Map.of(
                                                "orderId",
                                                AttributeValue.fromS("1"),
                                                "part",
                                                AttributeValue.fromS("1")))
                                        .conditionExpression("attribute_not_exists(part)")))),
                400,
                "AccessDeniedException",
                ".*is not authorized to perform: dynamodb:ConditionCheckItem on resource: .*:table/orders because.*");
    }

    @Test
    void s3_quotes_the_object_and_wants_a_right_for_each_header() {
        assertDenied(
                () -> cloud.s3(writer)
                        .getObjectAsBytes(get -> get.bucket("documents").key("orders/1")),
                403,
                "AccessDenied",
                ".*s3:GetObject on resource: \"arn:aws:s3:::documents/orders/1\" because no identity-based policy allows"
                        + " the s3:GetObject action");
        assertDenied(
                put(object -> object.objectLockMode(ObjectLockMode.GOVERNANCE)
                        .objectLockRetainUntilDate(Instant.now().plus(Duration.ofDays(1)))),
                403,
                "AccessDenied",
                ".*s3:PutObjectRetention on resource: \"arn:aws:s3:::documents/invoices/R-2.pdf\".*");
    }

    @Test
    void s3_tells_only_who_may_list_that_an_object_is_not_there() {
        assertThat(cloud.s3(writer)
                        .getObjectAsBytes(get -> get.bucket("documents").key("invoices/R-1.pdf"))
                        .asUtf8String())
                .isEqualTo("an invoice");
        assertDenied(
                () -> cloud.s3(writer)
                        .getObjectAsBytes(get -> get.bucket("documents").key("invoices/R-9.pdf")),
                403,
                "AccessDenied",
                ".*s3:ListBucket on resource: \"arn:aws:s3:::documents\" because no identity-based policy.*");
        assertThatThrownBy(() -> cloud.s3(YOU)
                        .getObjectAsBytes(get -> get.bucket("documents").key("invoices/R-9.pdf")))
                .isInstanceOfSatisfying(AwsServiceException.class, missing -> assertThat(missing.statusCode())
                        .isEqualTo(404));
    }

    @Test
    void a_listing_is_allowed_under_the_prefix_of_the_condition_only() {
        assertThat(cloud.s3(writer)
                        .listObjectsV2(list -> list.bucket("documents").prefix("invoices/R-1"))
                        .contents())
                .hasSize(1);
        assertDenied(
                () -> cloud.s3(writer)
                        .listObjectsV2(list -> list.bucket("documents").prefix("orders/")),
                403,
                "AccessDenied",
                ".*s3:ListBucket on resource: \"arn:aws:s3:::documents\" .*");
        assertDenied(() -> cloud.s3(writer).listObjectsV2(list -> list.bucket("documents")), 403, "AccessDenied", ".*");
    }

    @Test
    void an_encrypted_bucket_needs_its_key_too() {
        cloud.s3(writer).putObject(put -> put.bucket("keys").key("1"), RequestBody.fromString("a key"));
        assertDenied(
                () -> cloud.s3(writer)
                        .getObjectAsBytes(get -> get.bucket("keys").key("1")),
                403,
                "AccessDenied",
                ".*is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:000000000000:key/"
                        + "[-0-9a-f]+ because no identity-based policy allows the kms:Decrypt action");
    }

    @Test
    void a_deny_of_the_bucket_binds_even_the_administrator() {
        assertDenied(
                () -> cloud.s3(YOU)
                        .deleteObject(delete -> delete.bucket("documents").key("invoices/R-1.pdf")),
                403,
                "AccessDenied",
                "User: arn:aws:iam::000000000000:user/you is not authorized to perform: s3:DeleteObject on resource:"
                        + " \"arn:aws:s3:::documents/invoices/R-1.pdf\" with an explicit deny in a resource-based"
                        + " policy");
    }

    @Test
    void ses_sends_only_under_the_address_of_the_condition() {
        mail(writer, "Shop <orders@shop.example>");
        assertDenied(
                () -> mail(writer, "boss@shop.example"),
                403,
                "AccessDenied",
                "User `arn:aws:sts::000000000000:assumed-role/.*/writer' is not authorized to perform"
                        + " `ses:SendRawEmail' on resource `arn:aws:ses:eu-central-1:000000000000:identity/shop.example'");
    }

    @Test
    void sqs_writes_actions_in_lower_case() {
        String queue = cloud.sqs(writer)
                .sendMessage(send -> send.queueUrl(queueUrl()).messageBody("1"))
                .messageId();
        assertThat(queue).isNotEmpty();
        assertDenied(
                () -> cloud.sqs(idle)
                        .sendMessage(send -> send.queueUrl(queueUrl()).messageBody("2")),
                403,
                "AccessDeniedException",
                "User: .*/idle is not authorized to perform: sqs:sendmessage on resource:"
                        + " arn:aws:sqs:eu-central-1:000000000000:orders because no identity-based policy allows the"
                        + " sqs:sendmessage action");
    }

    @Test
    void a_secret_is_named_by_its_arn_however_it_is_asked_for() {
        assertDenied(
                () -> cloud.secretsManager(idle).getSecretValue(get -> get.secretId("vendor")),
                400,
                "AccessDeniedException",
                ".*secretsmanager:GetSecretValue on resource:"
                        + " arn:aws:secretsmanager:eu-central-1:000000000000:secret:vendor-[A-Z0-9]{6} because.*");
    }

    @Test
    void a_pre_signed_link_has_the_rights_of_who_signed_it() {
        assertThat(cloud.get(presigned(writer, "invoices/R-1.pdf")).body()).isEqualTo("an invoice");
        HttpResponse<String> refused = cloud.get(presigned(idle, "invoices/R-1.pdf"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("<Code>AccessDenied</Code>")
                .contains("/idle is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::documents");
    }

    @Test
    void an_operation_of_which_the_rights_are_not_known_is_refused_by_its_name_to_functions() {
        assertDenied(
                () -> cloud.dynamo(writer).listTables(),
                501,
                "NotImplemented",
                "The local cloud does not know which rights dynamodb:ListTables needs");
        assertThat(cloud.dynamo(YOU).listTables().tableNames()).contains("orders");
    }

    @Test
    void a_denied_call_has_no_effect_and_stands_in_the_log_of_calls() {
        assertThatThrownBy(() -> cloud.dynamo(idle).putItem(put -> put.tableName("orders")
                        .item(Map.of("orderId", AttributeValue.fromS("idle"), "part", AttributeValue.fromS("1")))))
                .hasMessageContaining("dynamodb:PutItem");
        assertThat(cloud.dynamo(YOU)
                        .getItem(get -> get.tableName("orders")
                                .key(Map.of(
                                        "orderId", AttributeValue.fromS("idle"), "part", AttributeValue.fromS("1"))))
                        .hasItem())
                .isFalse();
        assertThat(cloud.log.entries()).anySatisfy(entry -> {
            assertThat(entry.call().caller().name()).isEqualTo("idle");
            assertThat(entry.call().operation()).isEqualTo("PutItem");
            assertThat(entry.outcome().status()).isEqualTo(400);
        });
    }

    @Test
    void a_schedule_invokes_only_the_function_that_sam_lets_it_invoke() {
        String function = template.function("Idle").aliasArn();
        String rule = template.schedules().getFirst().ruleArn();
        permissions.checkInvocation(new Invoker.Rule(rule), function);
        assertNotInvoked(new Invoker.Rule(rule + "-other"), function, "User: events.amazonaws.com");
        assertNotInvoked(
                new Invoker.Rule(rule), template.function("Writer").aliasArn(), "no resource-based policy allows");
        assertNotInvoked(new Invoker.Api("unknown"), function, "User: apigateway.amazonaws.com");
    }

    @Test
    void a_state_machine_invokes_only_what_its_policies_name() {
        permissions.checkInvocation(
                new Invoker.Workflow(), template.function("Idle").aliasArn());
        assertNotInvoked(
                new Invoker.Workflow(),
                template.function("Writer").aliasArn(),
                "/flow is not authorized to perform: lambda:InvokeFunction on resource:"
                        + " arn:aws:lambda:eu-central-1:000000000000:function:writer because no identity-based policy");
    }

    @Test
    void a_queue_is_polled_in_the_role_of_the_function() {
        String queue = template.queues().getFirst().arn();
        permissions.checkInvocation(
                new Invoker.Mapping(queue), template.function("Idle").aliasArn());
        assertNotInvoked(
                new Invoker.Mapping(queue),
                template.function("Writer").aliasArn(),
                "/writer is not authorized to perform: sqs:receivemessage");
    }

    @Test
    void ses_publishes_to_a_topic_for_the_configuration_set_that_its_policy_names_and_with_the_use_of_its_key() {
        String set = "arn:aws:ses:eu-central-1:000000000000:configuration-set/";
        String topics = "arn:aws:sns:eu-central-1:000000000000:";
        permissions.checkPublication(set + "mails", topics + "returned");
        assertThatThrownBy(() -> permissions.checkPublication(set + "others", topics + "returned"))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("User: ses.amazonaws.com is not authorized to perform: sns:Publish");
        assertThatThrownBy(() -> permissions.checkPublication(set + "mails", topics + "locked"))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("is not authorized to perform: kms:GenerateDataKey");
    }

    @Test
    void what_is_for_a_service_that_is_not_here_is_not_counted() {
        assertThat(template.rights().onResources().toString()).contains("cloudwatch.amazonaws.com");
        assertThat(template.rights().grants().toList().toString())
                .contains("ses.amazonaws.com")
                .doesNotContain("cloudwatch.amazonaws.com");
    }

    private void assertNotInvoked(Invoker invoker, String function, String message) {
        assertThatThrownBy(() -> permissions.checkInvocation(invoker, function))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_page_tells_of_each_action_how_often_it_alone_allowed_a_call() {
        long before = alone("sqs:SendMessage");
        cloud.sqs(writer).sendMessage(send -> send.queueUrl(queueUrl()).messageBody("counted"));
        assertThat(alone("sqs:SendMessage")).isEqualTo(before + 1);
        assertThat(cloud.page("/_local/permissions").get("permissions").findValuesAsText("action"))
                .contains("dynamodb:Query", "kms:GenerateDataKey", "kms:*")
                .doesNotContain("logs:PutLogEvents");
    }

    @Test
    void the_page_tells_who_was_denied_what() {
        assertThatThrownBy(() -> cloud.sqs(idle)
                        .sendMessage(send -> send.queueUrl(queueUrl()).messageBody("denied")))
                .isInstanceOf(AwsServiceException.class);
        assertThat(cloud.page("/_local/permissions").get("denied")).anySatisfy(denied -> {
            assertThat(denied.get("principal").asText()).endsWith("/idle");
            assertThat(denied.get("action").asText()).isEqualTo("sqs:SendMessage");
            assertThat(denied.get("resource").asText()).endsWith(":orders");
            assertThat(denied.get("count").asLong()).isPositive();
        });
    }

    private long alone(String action) {
        for (JsonNode permission : cloud.page("/_local/permissions").get("permissions")) {
            boolean isWanted = permission.get("action").asText().equals(action)
                    && permission.get("owner").asText().equals("Writer");
            if (isWanted) return permission.get("alone").asLong();
        }
        throw new AssertionError("no " + action);
    }

    private ThrowingCallable put(Consumer<PutObjectRequest.Builder> with) {
        return () -> cloud.s3(writer)
                .putObject(
                        put -> with.accept(put.bucket("documents").key("invoices/R-2.pdf")),
                        RequestBody.fromString("another"));
    }

    private void mail(AwsBasicCredentials sender, String from) {
        String mail = "From: " + from + "\r\nTo: ada@muster.example\r\nSubject: Thanks\r\n\r\nThank you.\r\n";
        cloud.ses(sender).sendRawEmail(send -> send.source("orders@shop.example")
                .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mail))));
    }

    private String queueUrl() {
        return cloud.edge.address() + "/000000000000/orders";
    }

    private String presigned(AwsBasicCredentials signer, String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(URI.create(cloud.edge.address()))
                .region(Region.EU_CENTRAL_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(signer))
                .build()) {
            return presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(get -> get.bucket("documents").key(key)))
                    .url()
                    .toString();
        }
    }

    private static void assertDenied(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsServiceException.class, denied -> {
            assertThat(denied.statusCode()).isEqualTo(status);
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(denied.awsErrorDetails().errorMessage()).matches(message);
        });
    }
}
