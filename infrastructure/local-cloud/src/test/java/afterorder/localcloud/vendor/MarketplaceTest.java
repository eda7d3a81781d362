package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a reseller may rely on when it orders, seen through HTTP. */
class MarketplaceTest extends SandboxTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void sells_one_entitlement_for_each_unit() throws Exception {
        HttpResponse<String> placed = vendor.place("o-1", order(DATA_CENTER, CLOUD));
        assertThat(placed.statusCode()).isEqualTo(201);
        JsonNode order = json(placed);
        assertThat(order.path("reference").asText()).isEqualTo("o-1");
        assertThat(order.path("entitlements")).hasSize(4);
        Set<String> numbers = new HashSet<>();
        for (int unit = 0; unit < 3; unit++) {
            JsonNode license = order.path("entitlements").get(unit);
            assertThat(license.path("line").asInt()).isEqualTo(1);
            assertThat(license.path("sen").asText()).matches("SEN-\\d{7}");
            assertThat(license.path("key").asText())
                    .startsWith("AAAB")
                    .contains("X02")
                    .hasSizeBetween(600, 900);
            assertThat(license.path("key").asText().lines().map(String::length)).allMatch(length -> length <= 76);
            assertThat(license.has("entitlement")).isFalse();
            numbers.add(license.path("sen").asText());
            numbers.add(license.path("key").asText());
        }
        assertThat(numbers).hasSize(6);
        JsonNode cloud = order.path("entitlements").get(3);
        assertThat(cloud.path("entitlement").asText()).matches("E(-[A-Z]{3}){3}");
        assertThat(cloud.path("site").asText()).isEqualTo("muster.atlassian.net");
        assertThat(cloud.has("key") || cloud.has("sen")).isFalse();
    }

    @Test
    void dates_a_sale_by_the_moved_clock() throws Exception {
        vendor.clock.moveTo(Instant.parse("2031-03-05T10:00:00Z"));
        JsonNode order = json(vendor.place("o-1", order(CLOUD)));
        assertThat(order.path("orderedAt").asText()).startsWith("2031-03-05T10:00");
        assertThat(order.path("entitlements").get(0).path("startsOn").asText()).isEqualTo("2031-03-05");
        assertThat(order.path("entitlements").get(0).path("endsOn").asText()).isEqualTo("2032-03-04");
    }

    @Test
    void keeps_the_sen_or_entitlement_of_what_is_renewed() throws Exception {
        JsonNode order = json(vendor.place("o-1", order("""
                {"line": 1, "transaction": "renewal", "product": "jira", "deployment": "data-center", "users": 500,
                 "months": 12, "quantity": 1, "sen": "SEN-1112223"}""", """
                {"line": 2, "transaction": "upgrade", "product": "jira", "deployment": "cloud", "users": 500,
                 "months": 12, "quantity": 1, "entitlement": "E-OLD-ONE-YES", "site": "x.atlassian.net"}""")));
        assertThat(order.path("entitlements").findValuesAsText("sen")).containsExactly("SEN-1112223");
        assertThat(order.path("entitlements").findValuesAsText("entitlement")).containsExactly("E-OLD-ONE-YES");
    }

    @Test
    void keeps_the_site_of_what_is_renewed_or_tells_where_it_has_always_run() throws Exception {
        String sold = json(vendor.place("o-1", order(CLOUD)))
                .findValuesAsText("entitlement")
                .getFirst();
        String renewal = """
                {"line": 1, "transaction": "renewal", "product": "confluence", "deployment": "cloud", "users": 200,
                 "months": 12, "quantity": 1, "entitlement": "%s"}""";
        vendor.restart();
        assertThat(json(vendor.place("o-2", order(renewal.formatted(sold)))).findValuesAsText("site"))
                .containsExactly("muster.atlassian.net");
        for (String reference : List.of("o-3", "o-4")) {
            assertThat(json(vendor.place(reference, order(renewal.formatted("E-OLD-ONE-YES"))))
                            .findValuesAsText("site"))
                    .containsExactly("e-old-one-yes.atlassian.net");
        }
    }

    @Test
    void answers_a_repetition_the_same_and_another_order_under_the_reference_with_a_conflict() throws Exception {
        HttpResponse<String> first = vendor.place("o-1", order(DATA_CENTER));
        HttpResponse<String> second = vendor.place("o-1", order(DATA_CENTER).replace(": ", " :  "));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(vendor.find("o-1").body()).isEqualTo(first.body());
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(409);
        assertThat(vendor.find("o-2").statusCode()).isEqualTo(404);
    }

    @Test
    void sells_once_to_ten_who_order_at_once() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) answers.add(vendor.startPlacing("o-1", order(DATA_CENTER)));
        List<HttpResponse<String>> all =
                answers.stream().map(CompletableFuture::join).toList();
        assertThat(all.stream().map(HttpResponse::statusCode).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(all.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(vendor.overview().path("purchases")).hasSize(1);
    }

    @Test
    void has_sold_when_only_the_answer_was_lost() throws Exception {
        assertThat(vendor.next("{\"do\": \"lose-answer\"}")).isEqualTo(200);
        assertThatThrownBy(() -> vendor.place("o-1", order(DATA_CENTER))).isInstanceOf(IOException.class);
        HttpResponse<String> found = vendor.find("o-1");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(vendor.place("o-1", order(DATA_CENTER)).body()).isEqualTo(found.body());
    }

    @Test
    void remembers_everything_over_a_restart() throws Exception {
        String sold = vendor.place("o-1", order(DATA_CENTER)).body();
        vendor.next("{\"do\": \"refuse\", \"reason\": \"not in this country\"}");
        String refused = vendor.place("o-2", order(CLOUD)).body();
        JsonNode before = vendor.overview();
        vendor.restart();
        assertThat(vendor.overview()).isEqualTo(before);
        assertThat(vendor.place("o-1", order(DATA_CENTER)).body()).isEqualTo(sold);
        assertThat(vendor.place("o-2", order(CLOUD)).body()).isEqualTo(refused);
        JsonNode later = json(vendor.place("o-3", order(DATA_CENTER)));
        assertThat(later.findValuesAsText("sen"))
                .doesNotContainAnyElementsOf(JSON.readTree(sold).findValuesAsText("sen"));
    }

    @Test
    void refuses_for_good() throws Exception {
        vendor.next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        HttpResponse<String> refused = vendor.place("o-1", order(CLOUD));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()))
                .isEqualTo(JSON.readTree("{\"error\": \"refused\", \"reason\": \"credit limit\"}"));
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(422);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(422);
        assertThat(vendor.place("o-2", order(CLOUD)).statusCode()).isEqualTo(201);
        assertThat(vendor.overview().path("purchases")).hasSize(1);
    }

    @Test
    void sells_no_data_center_to_new_customers() throws Exception {
        String stranger = DATA_CENTER.replace(", \"existingSen\": \"SEN-7654321\"", "");
        assertThat(vendor.place("o-1", order(stranger)).statusCode()).isEqualTo(422);
    }

    @Test
    void follows_instructions_in_their_order() throws Exception {
        vendor.next("{\"do\": \"error\", \"status\": 503, \"times\": 2}");
        vendor.next("{\"do\": \"delay\", \"seconds\": 0.3}");
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(503);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(404);
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(503);
        long before = System.nanoTime();
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(vendor.next("{\"do\": \"explode\"}")).isEqualTo(400);
        assertThat(vendor.next("{\"do\": \"error\", \"status\": 200}")).isEqualTo(400);
    }

    @Test
    void knows_who_has_an_account_and_otherwise_believes_the_order() throws Exception {
        assertThat(accountIn(vendor.place("o-1", order(CLOUD)))).isEqualTo("existing");
        assertThat(vendor.door("PUT", "/contacts/ada%40muster.example", "{\"account\": \"none\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(accountIn(vendor.place("o-2", order(CLOUD)))).isEqualTo("none");
        vendor.door("PUT", "/contacts/ada@muster.example", "{\"account\": \"verified\"}")
                .statusCode();
        assertThat(accountIn(vendor.place("o-3", order(CLOUD)))).isEqualTo("existing");
        assertThat(vendor.overview().path("contacts"))
                .isEqualTo(JSON.readTree("[{\"email\": \"ada@muster.example\", \"account\": \"verified\"}]"));
        assertThat(vendor.door("PUT", "/contacts/ada@muster.example", "{\"account\": \"perhaps\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shows_what_was_sold() throws Exception {
        vendor.place("o-1", order(CLOUD));
        JsonNode purchase = vendor.overview().path("purchases").get(0);
        assertThat(purchase.path("reference").asText()).isEqualTo("o-1");
        assertThat(purchase.path("contact").asText()).isEqualTo("ada@muster.example");
        assertThat(purchase.path("items").get(0).path("site").asText()).isEqualTo("muster.atlassian.net");
    }

    @Test
    void tells_everything_that_is_wrong_with_an_order_and_leaves_its_reference_free() throws Exception {
        HttpResponse<String> answer = vendor.place("o-1", order("""
                {"line": 1, "transaction": "rent", "product": "jira", "deployment": "cloud", "users": 0,
                 "months": 12, "quantity": 2, "color": "blue"}"""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("violations").findValuesAsText("pointer"))
                .contains("/items/0/transaction", "/items/0/users", "/items/0/color");
        assertThat(vendor.place("o-1", "no json").statusCode()).isEqualTo(400);
        assertThat(vendor.place("o.1", order(CLOUD)).statusCode()).isEqualTo(400);
        assertThat(vendor.place("o-1", order(CLOUD)).statusCode()).isEqualTo(201);
    }

    @Test
    void takes_orders_only_with_the_token() throws Exception {
        assertThat(vendor.placeWithToken("guessed", "o-1", order(CLOUD)).statusCode())
                .isEqualTo(401);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(404);
    }

    private static String accountIn(HttpResponse<String> placed) throws IOException {
        return json(placed).path("technicalContact").path("account").asText();
    }
}
