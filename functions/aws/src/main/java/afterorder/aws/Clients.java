package afterorder.aws;

import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the clients of the AWS services over one HTTP client; region, credentials and endpoint come from the environment. */
public final class Clients {
    private final SdkHttpClient http = Apache5HttpClient.create();

    public DynamoDbClient dynamoDb() {
        return over(DynamoDbClient.builder()).build();
    }

    public S3Client s3() {
        return over(S3Client.builder()).build();
    }

    public S3Presigner presigner() {
        return S3Presigner.create();
    }

    public SqsClient sqs() {
        return over(SqsClient.builder()).build();
    }

    public SesClient ses() {
        return over(SesClient.builder()).build();
    }

    public SfnClient stepFunctions() {
        return over(SfnClient.builder()).build();
    }

    private <B extends AwsSyncClientBuilder<B, C>, C> B over(B builder) {
        return builder.httpClient(http);
    }
}
