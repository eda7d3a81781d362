package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong on the way of a call, and how often a caller may come. */
class FaultsTest extends SandboxTest {

    @Test
    void throttles_orders_as_told_and_says_for_how_long() throws Exception {
        vendor.next("{\"do\": \"throttle\", \"retryAfterSeconds\": 5, \"times\": 2}");
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = vendor.place("o-1", order(CLOUD));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(vendor.find("o-1").statusCode()).isEqualTo(404);
        }
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
    }

    @Test
    void may_say_when_it_is_available_again() throws Exception {
        vendor.next("{\"do\": \"error\", \"status\": 503, \"retryAfterSeconds\": 7}");
        HttpResponse<String> answer = vendor.place("o-1", order(CLOUD));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/entitlements", "/technical-contact"})
    void fails_to_read_as_told(String below) throws Exception {
        vendor.next("{\"do\": \"error\", \"status\": 500, \"call\": \"read\"}");
        vendor.next("{\"do\": \"throttle\", \"retryAfterSeconds\": 3, \"call\": \"read\"}");
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
        assertThat(vendor.get("/orders/o-1" + below).statusCode()).isEqualTo(500);
        assertThat(vendor.get("/orders/o-1" + below).statusCode()).isEqualTo(429);
        assertThat(vendor.get("/orders/o-1" + below).statusCode()).isEqualTo(200);
    }

    @Test
    void sells_nothing_and_gives_no_answer_while_it_is_silent() throws Exception {
        vendor.next("{\"do\": \"silence\", \"seconds\": 0.2}");
        assertThatThrownBy(() -> vendor.place("o-1", order(CLOUD))).isInstanceOf(IOException.class);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(404);
    }

    @Test
    void takes_the_order_from_who_did_not_wait_for_the_silent_answer() throws Exception {
        vendor.next("{\"do\": \"silence\", \"seconds\": 60}");
        vendor.next("{\"do\": \"error\", \"status\": 500}");
        CompletableFuture<HttpResponse<String>> silent = vendor.startPlacing("o-1", order(CLOUD));
        await().until(() -> vendor.place("o-2", order(CLOUD)).statusCode() == 500);
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
        assertThat(silent).isNotDone();
    }

    @Test
    void answers_no_more_calls_a_minute_than_the_limit_says() throws Exception {
        vendor.door("PUT", "/limit", "{\"callsPerMinute\": 3}");
        vendor.place("o-1", order(CLOUD));
        vendor.find("o-1");
        assertThat(vendor.placeWithToken("guessed", "o-1", order(CLOUD)).statusCode())
                .isEqualTo(401);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = vendor.place("o-2", order(CLOUD));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
        vendor.door("PUT", "/limit", "{\"callsPerMinute\": 600}");
        assertThat(vendor.find("o-2").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_six_hundred_calls_a_minute() throws Exception {
        for (int call = 0; call < 600; call++) {
            assertThat(vendor.find("o-1").statusCode()).isEqualTo(404);
        }
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"do\": \"throttle\", \"call\": \"elsewhere\"}",
                "{\"do\": \"refuse\"}",
                "{\"do\": \"refuse\", \"reason\": \"r\", \"call\": \"read\"}",
                "{\"do\": \"pending\", \"seconds\": 1}",
                "{\"do\": \"partial\", \"lines\": {\"one\": 1}}",
                "{\"do\": \"deviate\", \"users\": 1}"
            })
    void refuses_instructions_that_it_does_not_know(String instruction) throws Exception {
        assertThat(vendor.next(instruction)).isEqualTo(400);
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
    }
}
