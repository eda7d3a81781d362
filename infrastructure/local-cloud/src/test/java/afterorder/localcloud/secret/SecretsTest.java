package afterorder.localcloud.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.TestCloud;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTest {
    private static final String VALUE = "{\"token\":\"to-be-kept\"}";

    private TestCloud cloud;
    private SecretsManagerClient secrets;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        secrets = cloud.secretsManager(cloud.as("license-purchase"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void tells_a_secret_by_its_arn_and_by_its_name() {
        GetSecretValueResponse byArn = secrets.getSecretValue(get -> get.secretId(TestCloud.SECRET));
        assertThat(byArn.secretString()).isEqualTo(VALUE);
        assertThat(byArn.arn()).isEqualTo(TestCloud.SECRET);
        assertThat(byArn.name()).isEqualTo("vendor");
        assertThat(byArn.versionStages()).containsExactly("AWSCURRENT");
        assertThat(byArn.createdDate()).isBeforeOrEqualTo(cloud.clock.instant());
        GetSecretValueResponse byName = secrets.getSecretValue(get -> get.secretId("vendor"));
        assertThat(byName.equalsBySdkFields(byArn)).isTrue();
        GetSecretValueResponse byVersion = secrets.getSecretValue(
                get -> get.secretId("vendor").versionId(byArn.versionId()).versionStage("AWSCURRENT"));
        assertThat(byVersion.equalsBySdkFields(byArn)).isTrue();
    }

    @Test
    void does_not_find_what_is_not_there() {
        for (String id :
                new String[] {"other", "Vendor", TestCloud.SECRET.substring(0, TestCloud.SECRET.length() - 7)}) {
            assertThatThrownBy(() -> secrets.getSecretValue(get -> get.secretId(id)))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("Secrets Manager can't find the specified secret.");
        }
        assertThatThrownBy(() ->
                        secrets.getSecretValue(get -> get.secretId("vendor").versionStage("AWSPREVIOUS")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("for staging label: AWSPREVIOUS");
        assertThatThrownBy(() -> secrets.getSecretValue(
                        get -> get.secretId("vendor").versionId("99542ad5-90bb-466a-b94b-d68e0c48f712")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("for VersionId: 99542ad5");
        String version = secrets.getSecretValue(get -> get.secretId("vendor")).versionId();
        assertThatThrownBy(() -> secrets.getSecretValue(
                        get -> get.secretId("vendor").versionId(version).versionStage("AWSPENDING")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void takes_only_ids_that_can_be_ones() {
        assertRefused("", "ValidationException", "greater than or equal to 1");
        assertRefused("a b", "ValidationException", "Invalid name");
        assertThatThrownBy(() -> secrets.getSecretValue(get -> get.versionStage("AWSCURRENT")))
                .hasMessageContaining("Value null at 'secretId'");
    }

    @Test
    void refuses_other_operations_by_name() {
        assertThatThrownBy(() ->
                        secrets.putSecretValue(put -> put.secretId("vendor").secretString("x")))
                .isInstanceOfSatisfying(SecretsManagerException.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo("UnknownOperationException"))
                .hasMessageContaining("PutSecretValue");
    }

    @Test
    void tells_nothing_without_a_right_signature() {
        assertThatThrownBy(() -> cloud.secretsManager(AwsBasicCredentials.create("test", "guessed"))
                        .getSecretValue(get -> get.secretId("vendor")))
                .isInstanceOfSatisfying(SecretsManagerException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                    assertThat(refused.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void logs_the_call_without_the_value() {
        secrets.getSecretValue(get -> get.secretId(TestCloud.SECRET));
        Call last = cloud.log.entries().stream()
                .map(CallLog.Entry::call)
                .filter(call -> call.service().equals("secretsmanager"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.operation()).isEqualTo("GetSecretValue");
        assertThat(last.resource()).isEqualTo(TestCloud.SECRET);
        assertThat(cloud.get(cloud.edge.address() + "/_local/calls").body())
                .contains("GetSecretValue")
                .doesNotContain("to-be-kept");
    }

    private void assertRefused(String id, String code, String message) {
        assertThatThrownBy(() -> secrets.getSecretValue(get -> get.secretId(id)))
                .isInstanceOfSatisfying(SecretsManagerException.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo(code))
                .hasMessageContaining(message);
    }
}
