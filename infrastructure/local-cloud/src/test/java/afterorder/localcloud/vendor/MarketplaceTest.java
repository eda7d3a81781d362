package afterorder.localcloud.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.clock.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reseller may rely on when it orders, seen through HTTP. */
class MarketplaceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NEW_DATA_CENTER = """
            {"line": 1, "transaction": "new", "product": "jira", "deployment": "data-center", "users": 500,
             "months": 12, "quantity": 3, "existingSen": "SEN-7654321"}""";
    private static final String NEW_CLOUD = """
            {"line": 2, "transaction": "new", "product": "confluence", "deployment": "cloud", "users": 200,
             "months": 12, "quantity": 1, "site": "muster.atlassian.net"}""";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private MovableClock clock;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        clock = new MovableClock(folder.resolve("clock.json"));
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Marketplace(folder.resolve("vendor"), "sandbox", clock));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        clock.close();
        client.close();
    }

    @Test
    void sells_one_entitlement_for_each_unit() throws Exception {
        HttpResponse<String> placed = place("o-1", order(NEW_DATA_CENTER, NEW_CLOUD));
        assertThat(placed.statusCode()).isEqualTo(201);
        JsonNode order = JSON.readTree(placed.body());
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
        clock.moveTo(Instant.parse("2031-03-05T10:00:00Z"));
        JsonNode order = JSON.readTree(place("o-1", order(NEW_CLOUD)).body());
        assertThat(order.path("orderedAt").asText()).startsWith("2031-03-05T10:00");
        assertThat(order.path("entitlements").get(0).path("startsOn").asText()).isEqualTo("2031-03-05");
        assertThat(order.path("entitlements").get(0).path("endsOn").asText()).isEqualTo("2032-03-04");
    }

    @Test
    void keeps_the_sen_or_entitlement_of_what_is_renewed() throws Exception {
        JsonNode order = JSON.readTree(place("o-1", order("""
                {"line": 1, "transaction": "renewal", "product": "jira", "deployment": "data-center", "users": 500,
                 "months": 12, "quantity": 1, "sen": "SEN-1112223"}""", """
                {"line": 2, "transaction": "upgrade", "product": "jira", "deployment": "cloud", "users": 500,
                 "months": 12, "quantity": 1, "entitlement": "E-OLD-ONE-YES", "site": "x.atlassian.net"}""")).body());
        assertThat(order.path("entitlements").findValuesAsText("sen")).containsExactly("SEN-1112223");
        assertThat(order.path("entitlements").findValuesAsText("entitlement")).containsExactly("E-OLD-ONE-YES");
    }

    @Test
    void answers_a_repetition_the_same_and_another_order_under_the_reference_with_a_conflict() throws Exception {
        HttpResponse<String> first = place("o-1", order(NEW_DATA_CENTER));
        HttpResponse<String> second = place("o-1", order(NEW_DATA_CENTER).replace(": ", " :  "));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(find("o-1").body()).isEqualTo(first.body());
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(409);
        assertThat(find("o-2").statusCode()).isEqualTo(404);
    }

    @Test
    void sells_once_to_ten_who_order_at_once() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            answers.add(client.sendAsync(placing("o-1", order(NEW_DATA_CENTER)), BodyHandlers.ofString()));
        List<HttpResponse<String>> all =
                answers.stream().map(CompletableFuture::join).toList();
        assertThat(all.stream().map(HttpResponse::statusCode).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(all.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(overview().path("purchases")).hasSize(1);
    }

    @Test
    void has_sold_when_only_the_answer_was_lost() throws Exception {
        assertThat(next("{\"do\": \"lose-answer\"}")).isEqualTo(200);
        assertThatThrownBy(() -> place("o-1", order(NEW_DATA_CENTER))).isInstanceOf(IOException.class);
        HttpResponse<String> found = find("o-1");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(place("o-1", order(NEW_DATA_CENTER)).body()).isEqualTo(found.body());
    }

    @Test
    void remembers_everything_over_a_restart() throws Exception {
        String sold = place("o-1", order(NEW_DATA_CENTER)).body();
        next("{\"do\": \"refuse\", \"reason\": \"not in this country\"}");
        String refused = place("o-2", order(NEW_CLOUD)).body();
        JsonNode before = overview();
        stopAndStart();
        assertThat(overview()).isEqualTo(before);
        assertThat(place("o-1", order(NEW_DATA_CENTER)).body()).isEqualTo(sold);
        assertThat(place("o-2", order(NEW_CLOUD)).body()).isEqualTo(refused);
        JsonNode later = JSON.readTree(place("o-3", order(NEW_DATA_CENTER)).body());
        assertThat(later.findValuesAsText("sen"))
                .doesNotContainAnyElementsOf(JSON.readTree(sold).findValuesAsText("sen"));
    }

    @Test
    void refuses_for_good() throws Exception {
        next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        HttpResponse<String> refused = place("o-1", order(NEW_CLOUD));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()))
                .isEqualTo(JSON.readTree("{\"error\": \"refused\", \"reason\": \"credit limit\"}"));
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(422);
        assertThat(find("o-1").statusCode()).isEqualTo(422);
        assertThat(place("o-2", order(NEW_CLOUD)).statusCode()).isEqualTo(201);
        assertThat(overview().path("purchases")).hasSize(1);
    }

    @Test
    void sells_no_data_center_to_new_customers() throws Exception {
        String stranger = NEW_DATA_CENTER.replace(", \"existingSen\": \"SEN-7654321\"", "");
        assertThat(place("o-1", order(stranger)).statusCode()).isEqualTo(422);
    }

    @Test
    void follows_instructions_in_their_order() throws Exception {
        next("{\"do\": \"error\", \"status\": 503, \"times\": 2}");
        next("{\"do\": \"delay\", \"seconds\": 0.3}");
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(503);
        assertThat(find("o-1").statusCode()).isEqualTo(404);
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(503);
        long before = System.nanoTime();
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(next("{\"do\": \"explode\"}")).isEqualTo(400);
        assertThat(next("{\"do\": \"error\", \"status\": 200}")).isEqualTo(400);
    }

    @Test
    void knows_who_has_an_account_and_otherwise_believes_the_order() throws Exception {
        assertThat(accountIn(place("o-1", order(NEW_CLOUD)))).isEqualTo("existing");
        assertThat(put("/contacts/ada%40muster.example", "{\"account\": \"none\"}"))
                .isEqualTo(200);
        assertThat(accountIn(place("o-2", order(NEW_CLOUD)))).isEqualTo("none");
        put("/contacts/ada@muster.example", "{\"account\": \"verified\"}");
        assertThat(accountIn(place("o-3", order(NEW_CLOUD)))).isEqualTo("existing");
        assertThat(overview().path("contacts"))
                .isEqualTo(JSON.readTree("[{\"email\": \"ada@muster.example\", \"account\": \"verified\"}]"));
        assertThat(put("/contacts/ada@muster.example", "{\"account\": \"perhaps\"}"))
                .isEqualTo(400);
    }

    @Test
    void shows_what_was_sold() throws Exception {
        place("o-1", order(NEW_CLOUD));
        JsonNode purchase = overview().path("purchases").get(0);
        assertThat(purchase.path("reference").asText()).isEqualTo("o-1");
        assertThat(purchase.path("contact").asText()).isEqualTo("ada@muster.example");
        assertThat(purchase.path("items").get(0).path("site").asText()).isEqualTo("muster.atlassian.net");
    }

    @Test
    void tells_everything_that_is_wrong_with_an_order_and_leaves_its_reference_free() throws Exception {
        HttpResponse<String> answer = place("o-1", order("""
                {"line": 1, "transaction": "rent", "product": "jira", "deployment": "cloud", "users": 0,
                 "months": 12, "quantity": 2, "color": "blue"}"""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("violations").findValuesAsText("pointer"))
                .contains("/items/0/transaction", "/items/0/users", "/items/0/color");
        assertThat(place("o-1", "no json").statusCode()).isEqualTo(400);
        assertThat(place("o.1", order(NEW_CLOUD)).statusCode()).isEqualTo(400);
        assertThat(place("o-1", order(NEW_CLOUD)).statusCode()).isEqualTo(201);
    }

    @Test
    void takes_orders_only_with_the_token() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/orders/o-1"))
                .header("Authorization", "Bearer guessed")
                .PUT(BodyPublishers.ofString(order(NEW_CLOUD)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(find("o-1").statusCode()).isEqualTo(404);
    }

    private void stopAndStart() throws Exception {
        server.stop();
        server.setHandler(new Marketplace(folder.resolve("vendor"), "sandbox", clock));
        server.start();
    }

    private static String order(String... items) {
        return """
                {"technicalContact": {"name": "Ada Admin", "email": "ada@muster.example", "atlassianAccount": true},
                 "customer": {"name": "Muster GmbH", "country": "DE"}, "items": [%s]}""".formatted(String.join(",", items));
    }

    private HttpResponse<String> place(String reference, String order) throws Exception {
        return client.send(placing(reference, order), BodyHandlers.ofString());
    }

    private HttpRequest placing(String reference, String order) {
        return HttpRequest.newBuilder(uri("/api/orders/" + reference))
                .header("Authorization", "Bearer sandbox")
                .PUT(BodyPublishers.ofString(order))
                .build();
    }

    private HttpResponse<String> find(String reference) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/orders/" + reference))
                .header("Authorization", "Bearer sandbox")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private int next(String instruction) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/next"))
                .POST(BodyPublishers.ofString(instruction))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private int put(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .PUT(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private JsonNode overview() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("")).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static String accountIn(HttpResponse<String> placed) throws IOException {
        return JSON.readTree(placed.body())
                .path("technicalContact")
                .path("account")
                .asText();
    }

    private URI uri(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://127.0.0.1:" + port + Marketplace.PATH + path);
    }
}
