package afterorder.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The HTTP API, as an ordering system and the desk call it. */
public final class OrdersApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    public OrdersApi(String address) {
        this.address = address;
    }

    /** @throws Refused when the order is not taken */
    String post(Path order) {
        return post(order, UUID.randomUUID().toString());
    }

    /**
     * @param key the same again for another try at the same order
     * @throws Refused when the order is not taken
     */
    public String post(Path order, String key) {
        try {
            HttpRequest request = authorized("/orders", "orders.write")
                    .header("content-type", "application/json")
                    .header("idempotency-key", key)
                    .POST(BodyPublishers.ofByteArray(Files.readAllBytes(order)))
                    .build();
            HttpResponse<String> response = send(request);
            if (response.statusCode() != 201) throw new Refused(response);
            return JSON.readTree(response.body()).get("id").textValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the order " + order, unreadable);
        }
    }

    /**
     * Empty when there is no such order.
     *
     * @throws Refused when the answer is neither that nor the order, as while a function fails
     */
    public Optional<OrderState> find(String id) {
        HttpResponse<String> response =
                send(authorized("/orders/" + id, "orders.read desk").build());
        if (response.statusCode() == 404) return Optional.empty();
        if (response.statusCode() != 200) throw new Refused(response);
        return Optional.of(new OrderState(read(response.body())));
    }

    private HttpRequest.Builder authorized(String path, String scope) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("authorization", "Bearer " + token(scope));
    }

    private String token(String scope) {
        URI door = URI.create(address + "/_local/token?scope=" + scope.replace(" ", "%20"));
        return send(HttpRequest.newBuilder(door).build()).body().strip();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException silence) {
            throw new UncheckedIOException("no answer from " + request.uri(), silence);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException("no JSON: " + json, broken);
        }
    }

    /** The API did not take it; the message is its answer. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(HttpResponse<String> answer) {
            super(answer.statusCode() + " " + answer.body());
            status = answer.statusCode();
        }

        public int status() {
            return status;
        }
    }
}
