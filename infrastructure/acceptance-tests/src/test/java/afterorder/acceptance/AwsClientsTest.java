package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.template.Template;
import cloud.localstack.awssdkv2.TestUtils;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients that localstack-utils makes for LocalStack work on the local cloud, and see what the template makes. */
@InOpenShop
class AwsClientsTest {
    private final LocalCloud cloud;

    AwsClientsTest(Shop shop) {
        cloud = shop.cloud();
    }

    @Test
    void dynamodb_lists_the_table() {
        try (DynamoDbClient dynamoDb = onLocalCloud(DynamoDbClient.builder()).build()) {
            assertThat(dynamoDb.listTables().tableNames())
                    .containsExactlyElementsOf(template().tables().stream()
                            .map(Template.Table::name)
                            .toList());
        }
    }

    @Test
    void sqs_lists_the_queues() {
        try (SqsClient sqs = onLocalCloud(SqsClient.builder()).build()) {
            assertThat(sqs.listQueues().queueUrls())
                    .containsExactlyInAnyOrderElementsOf(template().queues().stream()
                            .map(Template.Queue::url)
                            .toList());
        }
    }

    @Test
    void s3_lists_the_buckets() {
        try (S3Client s3 = onLocalCloud(S3Client.builder()).build()) {
            assertThat(s3.listBuckets().buckets())
                    .extracting(Bucket::name)
                    .containsExactlyInAnyOrderElementsOf(template().buckets().stream()
                            .map(Template.Bucket::name)
                            .toList());
        }
    }

    @Test
    void step_functions_lists_the_workflow() {
        try (SfnClient sfn = onLocalCloud(SfnClient.builder()).build()) {
            assertThat(sfn.listStateMachines().stateMachines())
                    .extracting(StateMachineListItem::stateMachineArn)
                    .containsAll(template().workflows().stream()
                            .map(Template.Workflow::arn)
                            .toList());
        }
    }

    @Test
    void step_functions_lists_an_execution() {
        try (SfnClient sfn = onLocalCloud(SfnClient.builder()).build()) {
            String machine = sfn.createStateMachine(create -> create.name("nothing-to-do")
                            .roleArn("arn:aws:iam::000000000000:role/nobody")
                            .definition("""
                                    {"QueryLanguage": "JSONata", "StartAt": "Nothing", "States": {"Nothing": {"Type": "Succeed"}}}"""))
                    .stateMachineArn();

            sfn.startExecution(start -> start.stateMachineArn(machine).name("first"));

            assertThat(sfn.listExecutions(list -> list.stateMachineArn(machine)).executions())
                    .extracting(ExecutionListItem::name)
                    .containsExactly("first");
        }
    }

    @Test
    void ses_lists_the_identity_of_the_sender() {
        try (SesClient ses = onLocalCloud(SesClient.builder()).build()) {
            assertThat(ses.listIdentities().identities()).containsExactly("reseller.example");
        }
    }

    private <B extends SdkSyncClientBuilder<B, ?>> B onLocalCloud(B builder) {
        return TestUtils.wrapApiSyncClientV2(builder, cloud.endpoint().toString());
    }

    private Template template() {
        return cloud.template();
    }
}
