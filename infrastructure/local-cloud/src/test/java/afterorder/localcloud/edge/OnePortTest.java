package afterorder.localcloud.edge;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.queue.Queues;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OnePortTest {
    private static final AwsBasicCredentials TEST = AwsBasicCredentials.create("test", "test");

    @Test
    void serves_tables_queues_buckets_and_mail_on_one_port(@TempDir Path data) throws Exception {
        try (TestCloud cloud = new TestCloud(data)) {
            var dynamo = cloud.dynamo(TEST);
            dynamo.putItem(put -> put.tableName("orders")
                    .item(Map.of(
                            "orderId", AttributeValue.fromS("7K3M9X2Q4T8WZ"), "part", AttributeValue.fromS("order"))));
            assertThat(dynamo.scan(scan -> scan.tableName("orders")).count()).isEqualTo(1);

            var sqs = cloud.sqs(TEST);
            String url = sqs.getQueueUrl(get -> get.queueName("orders")).queueUrl();
            assertThat(url).isEqualTo(cloud.queues.url("orders"));
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("{\"orderId\":\"7K3M9X2Q4T8WZ\"}"));
            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)).messages())
                    .hasSize(1);

            var s3 = cloud.s3(TEST);
            s3.putObject(
                    put -> put.bucket("documents")
                            .key("orders/7K3M9X2Q4T8WZ/AB-1.pdf")
                            .contentType("application/pdf"),
                    RequestBody.fromString("a document"));
            assertThat(s3.getObjectAsBytes(get -> get.bucket("documents").key("orders/7K3M9X2Q4T8WZ/AB-1.pdf"))
                            .asUtf8String())
                    .isEqualTo("a document");

            var id = cloud.ses(TEST)
                    .sendEmail(send -> send.source("shop@shop.example")
                            .destination(to -> to.toAddresses("ada@muster.example"))
                            .message(mail -> mail.subject(s -> s.data("Grüße"))
                                    .body(body -> body.text(text -> text.data("Hello")))))
                    .messageId();
            assertThat(cloud.page("/_local/mailbox").at("/messages/0/id").asText())
                    .isEqualTo(id);
            assertThat(cloud.tables.rows("orders")).hasSize(1);
            assertThat(cloud.queues.counts("orders")).isEqualTo(new Queues.Counts(0, 1, 0));
            assertThat(cloud.buckets.objects("documents"))
                    .extracting("key")
                    .containsExactly("orders/7K3M9X2Q4T8WZ/AB-1.pdf");
            assertThat(cloud.buckets.read("documents", "orders/7K3M9X2Q4T8WZ/AB-1.pdf"))
                    .asString()
                    .isEqualTo("a document");
            assertThat(cloud.page("/_localstack/health").at("/services/s3").asText())
                    .isEqualTo("running");
        }
    }
}
