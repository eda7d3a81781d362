package afterorder.localcloud.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class RestartTest {
    private static final AwsBasicCredentials TEST = AwsBasicCredentials.create("test", "test");

    @Test
    void a_restart_keeps_rows_messages_documents_mails_and_the_moved_time(@TempDir Path data) throws Exception {
        try (TestCloud cloud = new TestCloud(data)) {
            cloud.clock.advance(Duration.ofDays(3));
            cloud.dynamo(cloud.as("order-intake")).putItem(put -> put.tableName("orders")
                    .item(Map.of("orderId", AttributeValue.fromS("o"), "part", AttributeValue.fromS("order"))));
            cloud.sqs(TEST).sendMessage(send -> send.queueUrl(cloud.queues.url("orders"))
                    .messageBody("hello")
                    .messageAttributes(Map.of("kind", text("order"))));
            cloud.s3(TEST)
                    .putObject(
                            put -> put.bucket("documents").key("AB-1.pdf").contentType("application/pdf"),
                            RequestBody.fromString("a document"));
            cloud.ses(TEST).sendEmail(send -> send.source("shop@shop.example")
                    .destination(to -> to.toAddresses("ada@muster.example"))
                    .message(mail -> mail.subject(subject -> subject.data("Grüße"))
                            .body(body -> body.text(text -> text.data("Hello")))));
        }
        try (TestCloud cloud = new TestCloud(data)) {
            assertThat(cloud.dynamo(TEST).scan(scan -> scan.tableName("orders")).count())
                    .isEqualTo(1);
            var message = cloud.queues.receive("orders", 10, Duration.ZERO).getFirst();
            assertThat(message.body()).isEqualTo("hello");
            assertThat(message.attributes().get("kind").value()).isEqualTo("order");
            assertThat(Duration.between(message.sent(), cloud.clock.instant())).isLessThan(Duration.ofMinutes(1));
            var document =
                    cloud.s3(TEST).headObject(head -> head.bucket("documents").key("AB-1.pdf"));
            assertThat(document.contentType()).isEqualTo("application/pdf");
            assertThat(cloud.mailbox.messages()).singleElement().satisfies(mail -> assertThat(mail.subject())
                    .isEqualTo("Grüße"));
            assertThat(Duration.between(java.time.Instant.now(), cloud.clock.instant()))
                    .isGreaterThan(Duration.ofDays(2));
        }
    }

    @Test
    void a_table_that_has_other_keys_now_is_refused(@TempDir Path data) {
        var before = TestCloud.json("""
                {"BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
                 "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]}""");
        var after = TestCloud.json(before.toString().replace("\"id\"", "\"orderId\""));
        try (Tables tables = new Tables(data, "eu-central-1")) {
            tables.create("orders", before);
            tables.create("orders", before);
            assertThatThrownBy(() -> tables.create("orders", after)).hasMessageContaining("table orders exists");
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
