package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An order whose outcome comes later. */
class PendingTest extends SandboxTest {

    @Test
    void answers_that_an_order_is_pending_until_it_is_told_otherwise() throws Exception {
        vendor.next("{\"do\": \"pending\"}");
        assertThat(json(vendor.place("o-1", order(CLOUD))).path("status").asText())
                .isEqualTo("pending");
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(202);
        assertThat(vendor.place("o-1", order(DATA_CENTER)).statusCode()).isEqualTo(409);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(202);
        assertThat(vendor.get("/orders/o-1/entitlements").statusCode()).isEqualTo(202);
        assertThat(vendor.get("/orders/o-1/technical-contact").statusCode()).isEqualTo(202);
        assertThat(vendor.overview().path("purchases")).isEmpty();
        assertThat(vendor.overview().at("/orders/0/status").asText()).isEqualTo("pending");
    }

    @Test
    void sells_a_pending_order_when_told_with_the_dates_of_that_day() throws Exception {
        vendor.clock.moveTo(Instant.parse("2031-03-05T10:00:00Z"));
        vendor.next("{\"do\": \"pending\"}");
        vendor.place("o-1", order(CLOUD));
        vendor.clock.moveTo(Instant.parse("2031-03-07T10:00:00Z"));
        assertThat(complete("o-1", "{}").statusCode()).isEqualTo(200);

        HttpResponse<String> found = vendor.find("o-1");
        assertThat(found.statusCode()).isEqualTo(200);
        JsonNode order = json(found);
        assertThat(order.path("orderedAt").asText()).startsWith("2031-03-05T10:00");
        assertThat(order.at("/entitlements/0/startsOn").asText()).isEqualTo("2031-03-07");
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(200);
        assertThat(complete("o-1", "{}").statusCode()).isEqualTo(400);
        assertThat(complete("o-2", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void refuses_a_pending_order_when_told() throws Exception {
        vendor.next("{\"do\": \"pending\"}");
        vendor.place("o-1", order(CLOUD));
        complete("o-1", "{\"refuse\": \"credit limit\"}");
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(422);
        assertThat(json(vendor.place("o-1", order(CLOUD))).path("reason").asText())
                .isEqualTo("credit limit");
    }

    @Test
    void sells_a_pending_order_in_part() throws Exception {
        vendor.next("{\"do\": \"pending\"}");
        vendor.place("o-1", order(DATA_CENTER, CLOUD));
        complete("o-1", "{\"lines\": {\"1\": 2}}");
        assertThat(json(vendor.find("o-1")).path("count").asInt()).isEqualTo(3);
    }

    @Test
    void remembers_what_is_pending_over_a_restart() throws Exception {
        vendor.next("{\"do\": \"pending\"}");
        vendor.place("o-1", order(CLOUD));
        vendor.restart();
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(202);
        complete("o-1", "{}");
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> complete(String reference, String outcome) throws Exception {
        return vendor.door("POST", "/orders/" + reference + "/complete", outcome);
    }
}
