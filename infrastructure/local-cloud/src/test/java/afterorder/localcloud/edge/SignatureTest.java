package afterorder.localcloud.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureTest {
    private static final AwsBasicCredentials WRONG_SECRET = AwsBasicCredentials.create("test", "guessed");
    private static final AwsBasicCredentials UNKNOWN = AwsBasicCredentials.create("AKIAUNKNOWN", "test");

    private TestCloud cloud;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void a_wrong_secret_is_refused_as_each_service_words_it() {
        assertThatThrownBy(() -> cloud.dynamo(WRONG_SECRET).listTables())
                .isInstanceOfSatisfying(DynamoDbException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                    assertThat(refused.statusCode()).isEqualTo(400);
                });
        assertThatThrownBy(() -> cloud.sqs(WRONG_SECRET).listQueues())
                .isInstanceOfSatisfying(SqsException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    assertThat(refused.statusCode()).isEqualTo(403);
                });
        assertThatThrownBy(() -> cloud.s3(WRONG_SECRET).listBuckets())
                .isInstanceOfSatisfying(S3Exception.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    assertThat(refused.statusCode()).isEqualTo(403);
                });
        assertThatThrownBy(() -> cloud.ses(WRONG_SECRET).listIdentities())
                .isInstanceOfSatisfying(SesException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    assertThat(refused.statusCode()).isEqualTo(403);
                });
    }

    @Test
    void an_unknown_access_key_is_refused() {
        assertThatThrownBy(() -> cloud.dynamo(UNKNOWN).listTables()).hasMessageContaining("security token");
        assertThatThrownBy(() -> cloud.s3(UNKNOWN).listBuckets())
                .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo("InvalidAccessKeyId"));
    }

    @Test
    void a_revoked_key_is_unknown() {
        AccessKey key = cloud.keys.issue(new Caller("order-intake", "environment-2"));
        var credentials = AwsBasicCredentials.create(key.id(), key.secret());
        assertThat(cloud.sqs(credentials).listQueues().queueUrls()).isNotEmpty();
        cloud.keys.revoke(key);
        assertThatThrownBy(() -> cloud.sqs(credentials).listQueues())
                .isInstanceOfSatisfying(SqsException.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo("InvalidClientTokenId"));
    }

    @Test
    void an_old_signature_is_refused_whatever_the_movable_clock_says() throws Exception {
        var answer = signed("dynamodb", "20200101T000000Z");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidSignatureException").contains("Signature expired");
    }

    @Test
    void an_unknown_service_is_refused_by_its_name() throws Exception {
        var answer = signed("kinesis", "20200101T000000Z");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("kinesis");
    }

    private HttpResponse<String> signed(String service, String date) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(cloud.edge.address() + "/"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .header("X-Amz-Target", "Any.ListThings")
                            .header("X-Amz-Date", date)
                            .header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=test/%s/eu-central-1/%s/aws4_request, SignedHeaders=host;x-amz-date, Signature=%s"
                                            .formatted(date.substring(0, 8), service, "0".repeat(64)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
