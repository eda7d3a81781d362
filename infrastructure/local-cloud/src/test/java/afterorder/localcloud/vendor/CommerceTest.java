package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was bought by a person in the vendor's portal, read back. */
class CommerceTest extends SandboxTest {

    private static final String ITEMS = """
            [{"product": "jira", "deployment": "data-center", "users": 500, "months": 12, "quantity": 3},
             {"product": "confluence", "deployment": "cloud", "users": 200, "months": 6, "quantity": 1,
              "site": "muster.atlassian.net"}]""";

    @Test
    void tells_what_was_bought_by_the_numbers_that_people_see() throws Exception {
        vendor.clock.moveTo(Instant.parse("2031-08-31T10:00:00Z"));
        JsonNode bought = buys(ITEMS);
        assertThat(bought.path("licenses")).hasSize(4);
        assertThat(bought.at("/licenses/0/key").asText()).startsWith("AAAB");
        JsonNode order = json(
                vendor.read("/commerce/api/v2/orders/" + bought.path("orderId").asText()));
        assertThat(order.path("items")).hasSize(4);
        assertThat(order.at("/items/0/processingInfo/status").asText()).isEqualTo("COMPLETED");

        List<JsonNode> details = detailsOf(order);
        assertThat(details)
                .extracting(license -> license.path("slug").asText())
                .containsExactly(
                        bought.at("/licenses/0/sen").asText(),
                        bought.at("/licenses/1/sen").asText(),
                        bought.at("/licenses/2/sen").asText(),
                        bought.at("/licenses/3/entitlement").asText())
                .doesNotHaveDuplicates();
        assertThat(details.get(0).path("offeringKey").asText()).isEqualTo("jira-data-center");
        assertThat(details.get(0).at("/optedQuantities/0/quantity").asInt()).isEqualTo(500);
        assertThat(details.get(0).at("/order/id").asText())
                .isEqualTo(bought.path("orderId").asText());
        assertThat(details.get(3).path("offeringKey").asText()).isEqualTo("confluence-cloud");
        assertThat(details.get(3).at("/subscriptionv2/startTimestamp").asText()).isEqualTo("2031-08-31T00:00:00Z");
        assertThat(details.get(3).at("/subscriptionv2/endTimestamp").asText()).isEqualTo("2032-02-29T00:00:00Z");
        assertThat(order.toString() + details).doesNotContain("AAAB");
    }

    @Test
    void keeps_the_number_of_what_is_renewed() throws Exception {
        JsonNode first = buys(ITEMS);
        String sen = first.at("/licenses/0/sen").asText();
        JsonNode renewed = buys("""
                [{"product": "jira", "deployment": "data-center", "users": 1000, "months": 12, "sen": "%s"}]""".formatted(sen));
        assertThat(renewed.at("/licenses/0/sen").asText()).isEqualTo(sen);
        JsonNode order = json(
                vendor.read("/commerce/api/v2/orders/" + renewed.path("orderId").asText()));
        assertThat(order.at("/items/0/processingInfo/entitlement/version").asText())
                .isEqualTo("2");
        JsonNode now = detailsOf(order).getFirst();
        assertThat(now.path("slug").asText()).isEqualTo(sen);
        assertThat(now.at("/optedQuantities/0/quantity").asInt()).isEqualTo(1000);
        assertThat(now.at("/order/id").asText())
                .isEqualTo(renewed.path("orderId").asText());
    }

    @Test
    void names_no_entitlement_while_an_item_is_pending() throws Exception {
        JsonNode bought = json(vendor.door("POST", "/portal/orders", """
                        {"customer": "Muster GmbH", "pending": true, "items": %s}""".formatted(ITEMS)));
        String order = bought.path("orderId").asText();
        JsonNode pending = json(vendor.read("/commerce/api/v2/orders/" + order)).at("/items/0/processingInfo");
        assertThat(pending.path("status").asText()).isEqualTo("PENDING");
        assertThat(pending.has("entitlement")).isFalse();
        vendor.restart();
        assertThat(vendor.door("POST", "/portal/orders/" + order + "/process", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(detailsOf(json(vendor.read("/commerce/api/v2/orders/" + order))))
                .hasSize(4);
    }

    @Test
    void remembers_over_a_restart_and_gives_out_no_number_twice() throws Exception {
        JsonNode bought = buys(ITEMS);
        String path = "/commerce/api/v2/orders/" + bought.path("orderId").asText();
        String before = vendor.read(path).body();
        vendor.restart();
        assertThat(vendor.read(path).body()).isEqualTo(before);
        assertThat(detailsOf(json(vendor.read(path)))).hasSize(4);
        assertThat(buys(ITEMS).findValuesAsText("sen"))
                .doesNotContainAnyElementsOf(bought.findValuesAsText("sen"))
                .doesNotContainAnyElementsOf(
                        json(vendor.place("o-1", order(DATA_CENTER))).findValuesAsText("sen"));
    }

    @Test
    void wants_token_and_account_and_knows_only_its_own() throws Exception {
        String path = "/commerce/api/v2/orders/AT-1";
        assertThat(vendor.read(path, "X-transaction-account", "a").statusCode()).isEqualTo(401);
        assertThat(vendor.read(path, "Authorization", "Bearer sandbox").statusCode())
                .isEqualTo(400);
        assertThat(vendor.read(path).statusCode()).isEqualTo(404);
        assertThat(vendor.read("/commerce/api/v2/entitlements/e-1/details").statusCode())
                .isEqualTo(404);
    }

    @Test
    void throttles_by_its_own_limit_and_as_told() throws Exception {
        vendor.next("{\"do\": \"throttle\", \"retryAfterSeconds\": 4, \"call\": \"commerce\"}");
        HttpResponse<String> told = vendor.read("/commerce/api/v2/orders/AT-1");
        assertThat(told.statusCode()).isEqualTo(429);
        assertThat(told.headers().firstValue("Retry-After")).hasValue("4");
        vendor.door("PUT", "/limit", "{\"callsPerMinute\": 2}");
        assertThat(vendor.read("/commerce/api/v2/orders/AT-1").statusCode()).isEqualTo(404);
        assertThat(vendor.read("/commerce/api/v2/orders/AT-1").statusCode()).isEqualTo(429);
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
    }

    private JsonNode buys(String items) throws Exception {
        HttpResponse<String> answer = vendor.door("POST", "/portal/orders", """
                {"customer": "Muster GmbH", "items": %s}""".formatted(items));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private List<JsonNode> detailsOf(JsonNode order) throws Exception {
        List<JsonNode> details = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            String id = item.at("/processingInfo/entitlement/id").asText();
            details.add(json(vendor.read("/commerce/api/v2/entitlements/" + id + "/details")));
        }
        return details;
    }
}
