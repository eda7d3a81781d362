package afterorder.localcloud.iam.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Surroundings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:vendor-A1B2C3";
    private static final String MACHINE = "arn:aws:states:eu-central-1:000000000000:stateMachine:license-order";

    private final Needs needs = new Needs(
            new Rights(
                    "eu-central-1",
                    "000000000000",
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of("keys", KEY),
                    Map.of("vendor", SECRET)),
            new Surroundings() {
                @Override
                public String mailIdentity(String sender) {
                    return sender.substring(sender.indexOf('@') + 1);
                }

                @Override
                public boolean hasObject(String bucket, String key) {
                    return !key.equals("missing");
                }
            });

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GetItem            | {"TableName":"orders"}                                             | GetItem orders
            UpdateItem         | {"TableName":"arn:aws:dynamodb:eu-central-1:000000000000:table/orders"} | UpdateItem orders
            Query              | {"TableName":"orders"}                                             | Query orders
            Query              | {"TableName":"orders","IndexName":"due"}                           | Query orders/index/due
            Scan               | {"TableName":"orders","IndexName":"due"}                           | Scan orders/index/due
            BatchGetItem       | {"RequestItems":{"orders":{},"links":{}}}                          | BatchGetItem orders, BatchGetItem links
            TransactGetItems   | {"TransactItems":[{"Get":{"TableName":"orders"}},{"Get":{"TableName":"orders"}}]} | GetItem orders
            TransactWriteItems | {"TransactItems":[{"Put":{"TableName":"orders"}},{"Update":{"TableName":"orders"}},{"Delete":{"TableName":"links"}},{"ConditionCheck":{"TableName":"orders"}}]} | PutItem orders, UpdateItem orders, DeleteItem links, ConditionCheckItem orders
            """)
    void of_dynamodb_are_on_tables_and_indexes(String operation, String body, String expected) {
        String table = "arn:aws:dynamodb:eu-central-1:000000000000:table/";
        assertThat(of("dynamodb", operation, "", Map.of(), Map.of(), body))
                .containsExactly(Stream.of(expected.split(", "))
                        .map(each -> each.split(" "))
                        .map(each -> new Access("dynamodb:" + each[0], table + each[1]))
                        .toArray(Access[]::new));
    }

    @Test
    void of_s3_include_each_header_and_the_key_of_the_bucket() {
        assertThat(s3("GetObject", "documents/1", Map.of(), Map.of()))
                .containsExactly(new Access("s3:GetObject", "arn:aws:s3:::documents/1"));
        assertThat(s3("HeadObject", "documents/1", Map.of(), Map.of("versionId", "7")))
                .containsExactly(new Access("s3:GetObjectVersion", "arn:aws:s3:::documents/1"));
        assertThat(s3("GetObject", "keys/a/b", Map.of(), Map.of()))
                .containsExactly(new Access("s3:GetObject", "arn:aws:s3:::keys/a/b"), new Access("kms:Decrypt", KEY));
        assertThat(s3("GetObject", "documents/missing", Map.of(), Map.of()))
                .containsExactly(
                        new Access("s3:GetObject", "arn:aws:s3:::documents/missing"),
                        new Access("s3:ListBucket", "arn:aws:s3:::documents"));
        assertThat(s3(
                        "PutObject",
                        "documents/1",
                        Map.of(
                                "x-amz-object-lock-mode", "COMPLIANCE",
                                "x-amz-object-lock-retain-until-date", "2030-01-01T00:00:00Z"),
                        Map.of()))
                .extracting(Access::action)
                .containsExactly("s3:PutObject", "s3:PutObjectRetention");
        assertThat(s3("UploadPart", "keys/1", Map.of(), Map.of()))
                .extracting(Access::action)
                .containsExactly("s3:PutObject", "kms:GenerateDataKey", "kms:Decrypt");
        assertThat(s3("ListObjectsV2", "documents", Map.of(), Map.of("prefix", "invoices/")))
                .containsExactly(
                        new Access("s3:ListBucket", "arn:aws:s3:::documents").with(Condition.PREFIX, "invoices/"));
    }

    @Test
    void of_ses_are_on_the_identity_and_the_configuration_set_under_the_address_of_the_header() {
        String mail =
                "From: =?UTF-8?Q?B=C3=BCro?= <Orders@shop.example>\r\nTo: ada@muster.example\r\n\r\nFrom: x@y.example";
        String body = "Action=SendRawEmail&ConfigurationSetName=tracked&Source=bounces%40mail.example&RawMessage.Data="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(mail.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        String ses = "arn:aws:ses:eu-central-1:000000000000:";
        Map<String, String> circumstances = Map.of(Condition.FROM_ADDRESS, "Orders@shop.example");
        assertThat(of("ses", "SendRawEmail", "", Map.of(), Map.of(), body))
                .containsExactly(
                        new Access("ses:SendRawEmail", ses + "identity/mail.example", circumstances),
                        new Access("ses:SendRawEmail", ses + "configuration-set/tracked", circumstances));
    }

    @Test
    void of_answers_to_task_tokens_are_on_the_state_machine_that_waits() {
        String execution = MACHINE.replace("stateMachine", "execution") + ":7K3M9X2Q4T8WZ-purchase-1";
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((execution + "|1").getBytes(StandardCharsets.UTF_8));
        assertThat(of("states", "SendTaskSuccess", "", Map.of(), Map.of(), "{\"taskToken\":\"" + token + "\"}"))
                .containsExactly(new Access("states:SendTaskSuccess", MACHINE));
        assertThat(of("states", "StartExecution", MACHINE, Map.of(), Map.of(), "{}"))
                .containsExactly(new Access("states:StartExecution", MACHINE));
    }

    @Test
    void of_secrets_and_queues_are_on_their_arns() {
        for (String id : List.of("vendor", SECRET)) {
            assertThat(of("secretsmanager", "GetSecretValue", id, Map.of(), Map.of(), "{}"))
                    .containsExactly(new Access("secretsmanager:GetSecretValue", SECRET));
        }
        assertThat(of("sqs", "SendMessageBatch", "orders", Map.of(), Map.of(), "{}"))
                .containsExactly(new Access("sqs:SendMessage", "arn:aws:sqs:eu-central-1:000000000000:orders"));
    }

    @Test
    void of_other_operations_are_not_guessed() {
        for (String operation : List.of("s3:CopyObject", "dynamodb:ExecuteStatement", "states:StopExecution")) {
            String[] parts = operation.split(":");
            assertThatThrownBy(() -> of(parts[0], parts[1], "", Map.of(), Map.of(), "{}"))
                    .isInstanceOf(AwsError.class)
                    .hasMessageContaining(operation);
        }
    }

    private Collection<Access> s3(
            String operation, String resource, Map<String, String> headers, Map<String, String> query) {
        return of("s3", operation, resource, headers, query, "");
    }

    private Collection<Access> of(
            String service,
            String operation,
            String resource,
            Map<String, String> headers,
            Map<String, String> query,
            String body) {
        Call call = new Call(
                Instant.EPOCH, service, operation, new Caller("invoicing", "1"), resource, 0, Optional.empty());
        return needs.of(call, new Told(headers, query, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param headers by their names in lower case */
    private record Told(Map<String, String> headers, Map<String, String> query, byte[] body) implements Sent {
        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public Optional<String> parameter(String name) {
            return Optional.ofNullable(query.get(name));
        }
    }
}
