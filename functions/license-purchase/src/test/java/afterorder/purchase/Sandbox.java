package afterorder.purchase;

import afterorder.order.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;

/** The doors of the vendor's sandbox: what it does next, and what it sold. */
final class Sandbox {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Sandbox(URI address) {
        this.address = address;
    }

    /** What it does at its next call. */
    void next(String instruction) throws Exception {
        door("POST", "/next", instruction);
    }

    /** A person buys in the vendor's portal. @return order number, SENs and keys */
    JsonNode bought(String items) throws Exception {
        return door("POST", "/portal/orders", "{\"customer\": \"Muster GmbH\", " + items + "}");
    }

    JsonNode door(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IllegalArgumentException(body + ": " + answer.body());
        return Json.MAPPER.readTree(answer.body());
    }

    /** How often it sold under references that begin so. */
    long sold(String beginning) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        JsonNode overview = Json.MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return StreamSupport.stream(overview.path("purchases").spliterator(), false)
                .filter(purchase -> purchase.path("reference").asText().startsWith(beginning))
                .count();
    }
}
