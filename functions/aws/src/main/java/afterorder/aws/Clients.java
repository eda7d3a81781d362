package afterorder.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the clients of the AWS services over one HTTP client. */
public final class Clients {
    private final SdkHttpClient http = Apache5HttpClient.create();
    private final Optional<Place> place;

    private record Place(URI endpoint, Region region, AwsCredentialsProvider credentials) {}

    /** For Lambda: region, credentials and endpoint come from the environment. */
    public Clients() {
        this.place = Optional.empty();
    }

    /** For services at one address. */
    public Clients(URI endpoint, Region region, AwsCredentialsProvider credentials) {
        this.place = Optional.of(new Place(endpoint, region, credentials));
    }

    public DynamoDbClient dynamoDb() {
        return over(DynamoDbClient.builder()).build();
    }

    public S3Client s3() {
        return over(S3Client.builder()).build();
    }

    public S3Presigner presigner() {
        S3Presigner.Builder builder = S3Presigner.builder();
        place.ifPresent(at ->
                builder.endpointOverride(at.endpoint()).region(at.region()).credentialsProvider(at.credentials()));
        return builder.build();
    }

    public SqsClient sqs() {
        return over(SqsClient.builder()).build();
    }

    public SesClient ses() {
        return over(SesClient.builder()).build();
    }

    public SecretsManagerClient secretsManager() {
        return over(SecretsManagerClient.builder()).build();
    }

    public SfnClient stepFunctions() {
        return over(SfnClient.builder()).build();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B over(B builder) {
        place.ifPresent(at ->
                builder.endpointOverride(at.endpoint()).region(at.region()).credentialsProvider(at.credentials()));
        return builder.httpClient(http);
    }
}
