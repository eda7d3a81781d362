package afterorder.localcloud.vendor;

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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A sandbox behind a port; whatever it answers to a reseller is held against the interfaces' descriptions. */
final class Sandbox implements AutoCloseable {

    static final String DATA_CENTER = """
            {"line": 1, "transaction": "new", "product": "jira", "deployment": "data-center", "users": 500,
             "months": 12, "quantity": 3, "existingSen": "SEN-7654321"}""";
    static final String CLOUD = """
            {"line": 2, "transaction": "new", "product": "confluence", "deployment": "cloud", "users": 200,
             "months": 12, "quantity": 1, "site": "muster.atlassian.net"}""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "sandbox";

    final MovableClock clock;
    private final Description marketplace = new Description("marketplace.openapi.yaml");
    private final Description commerce = new Description("commerce.openapi.yaml");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Supplier<Marketplace> vendor;
    private Server server;

    Sandbox(Path folder) {
        clock = new MovableClock(folder.resolve("clock.json"));
        vendor = () -> new Marketplace(folder.resolve("vendor"), TOKEN, clock);
        start();
    }

    Sandbox(Path folder, Webhook webhook) {
        clock = new MovableClock(folder.resolve("clock.json"));
        vendor = () -> new Marketplace(folder.resolve("vendor"), TOKEN, webhook, clock);
        start();
    }

    static String order(String... items) {
        return """
                {"technicalContact": {"name": "Ada Admin", "email": "ada@muster.example", "atlassianAccount": true},
                 "customer": {"name": "Muster GmbH", "country": "DE"}, "items": [%s]}""".formatted(String.join(",", items));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> place(String reference, String order) throws Exception {
        HttpResponse<String> answer = client.send(placing(reference, order, TOKEN), BodyHandlers.ofString());
        marketplace.holds("PUT", "/orders/" + reference, answer);
        if (answer.statusCode() < 300) marketplace.takes("PUT", "/orders/" + reference, order);
        return answer;
    }

    HttpResponse<String> placeWithToken(String token, String reference, String order) throws Exception {
        HttpResponse<String> answer = client.send(placing(reference, order, token), BodyHandlers.ofString());
        marketplace.holds("PUT", "/orders/" + reference, answer);
        return answer;
    }

    CompletableFuture<HttpResponse<String>> startPlacing(String reference, String order) {
        return client.sendAsync(placing(reference, order, TOKEN), BodyHandlers.ofString());
    }

    HttpResponse<String> find(String reference) throws Exception {
        return get("/orders/" + reference);
    }

    /** Asks the ordering interface. */
    HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = request("/api" + path)
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        marketplace.holds("GET", path, answer);
        return answer;
    }

    /** Asks the commerce interface, {@code /commerce/api/v2/...}. */
    HttpResponse<String> read(String path) throws Exception {
        return read(path, "Authorization", "Bearer " + TOKEN, "X-transaction-account", "account-1");
    }

    HttpResponse<String> read(String path, String... headers) throws Exception {
        HttpRequest request = request(path).headers(headers).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        commerce.holds("GET", path, answer);
        return answer;
    }

    /** What the next call meets; answers the status. */
    int next(String instruction) throws Exception {
        return door("POST", "/next", instruction).statusCode();
    }

    JsonNode overview() throws Exception {
        return json(door("GET", "", ""));
    }

    HttpResponse<String> door(String method, String path, String body) throws Exception {
        HttpRequest request =
                request(path).method(method, BodyPublishers.ofString(body)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    void restart() throws Exception {
        server.stop();
        start();
    }

    void holdsWebhook(Receiver.Received received) throws IOException {
        marketplace.isWebhook("order-changed", received.headers(), received.body());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        clock.close();
        client.shutdownNow();
    }

    private void start() {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(vendor.get());
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpRequest placing(String reference, String order, String token) {
        return request("/api/orders/" + reference)
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofString(order))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Marketplace.PATH + path));
    }
}
