package afterorder.localcloud.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterceptorTest {
    private static final String ORDER = "7K3M9X2Q4T8WZ";

    /** Disturbs calls of one operation, as fault injection will. */
    private static final class Faults implements Interceptor {
        final AtomicReference<String> fail = new AtomicReference<>("");
        final AtomicReference<String> cutBefore = new AtomicReference<>("");
        final AtomicReference<String> loseAnswer = new AtomicReference<>("");

        @Override
        public void before(Call call) {
            if (call.operation().equals(fail.get())) {
                throw AwsError.of("ProvisionedThroughputExceededException", "slow down");
            }
            if (call.operation().equals(cutBefore.get())) throw new ConnectionCut("as the test says");
        }

        @Override
        public void answering(Call call, int status) {
            if (call.operation().equals(loseAnswer.get())) throw new ConnectionCut("as the test says");
        }
    }

    private final Faults faults = new Faults();
    private TestCloud cloud;
    private AwsBasicCredentials intake;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        cloud.edge.intercept(faults);
        intake = cloud.as("order-intake");
    }

    @BeforeEach
    void calm() {
        faults.fail.set("");
        faults.cutBefore.set("");
        faults.loseAnswer.set("");
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void the_log_tells_who_called_what_about_which_order() {
        put("order");
        cloud.s3(intake)
                .putObject(
                        put -> put.bucket("documents").key("orders/" + ORDER + "/AB-1.pdf"),
                        RequestBody.fromString("a document"));
        var calls = cloud.page("/_local/calls").get("calls").valueStream().toList();
        assertThat(calls)
                .anySatisfy(call -> {
                    assertThat(call.get("function").asText()).isEqualTo("order-intake");
                    assertThat(call.get("operation").asText()).isEqualTo("PutItem");
                    assertThat(call.get("resource").asText()).isEqualTo("orders");
                    assertThat(call.get("orderId").asText()).isEqualTo(ORDER);
                    assertThat(call.get("requestBytes").asInt()).isPositive();
                    assertThat(call.get("status").asInt()).isEqualTo(200);
                })
                .anySatisfy(call -> {
                    assertThat(call.get("operation").asText()).isEqualTo("PutObject");
                    assertThat(call.get("resource").asText()).isEqualTo("documents/orders/" + ORDER + "/AB-1.pdf");
                    assertThat(call.get("orderId").asText()).isEqualTo(ORDER);
                });
    }

    @Test
    void an_interceptor_can_answer_instead_of_the_service() {
        faults.fail.set("PutItem");
        assertThatThrownBy(() -> put("refused")).isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(has("refused")).isFalse();
    }

    @Test
    void a_connection_cut_before_the_service_leaves_no_effect() {
        faults.cutBefore.set("PutItem");
        assertThatThrownBy(() -> put("cut")).isInstanceOf(SdkClientException.class);
        assertThat(has("cut")).isFalse();
    }

    @Test
    void a_lost_answer_leaves_its_effect() {
        faults.loseAnswer.set("PutItem");
        assertThatThrownBy(() -> put("lost")).isInstanceOf(SdkClientException.class);
        assertThat(has("lost")).isTrue();
        assertThat(cloud.log.entries()).anySatisfy(entry -> {
            assertThat(entry.call().operation()).isEqualTo("PutItem");
            assertThat(entry.outcome()).isEqualTo(Outcome.CUT);
        });
    }

    @Test
    void what_is_not_signed_goes_to_the_template_s_api_and_longer_paths_win(@TempDir Path data) {
        Edge edge = new Edge(0, cloud.clock, cloud.keys);
        edge.api(says("api"));
        edge.local("/_local/", says("home"));
        edge.local("/_local/token", says("token"));
        edge.start();
        try (edge) {
            assertThat(cloud.get(edge.address() + "/orders").body()).isEqualTo("api");
            assertThat(cloud.get(edge.address() + "/_local/").body()).isEqualTo("home");
            assertThat(cloud.get(edge.address() + "/_local/token?scope=desk").body())
                    .isEqualTo("token");
        }
    }

    private static Handler says(String text) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Answer.text(response, callback, 200, "text/plain", text);
                return true;
            }
        };
    }

    private void put(String part) {
        cloud.dynamo(intake).putItem(put -> put.tableName("orders")
                .item(Map.of("orderId", AttributeValue.fromS(ORDER), "part", AttributeValue.fromS(part))));
    }

    private boolean has(String part) {
        return cloud.dynamo(intake)
                .getItem(get -> get.tableName("orders")
                        .key(Map.of("orderId", AttributeValue.fromS(ORDER), "part", AttributeValue.fromS(part))))
                .hasItem();
    }
}
