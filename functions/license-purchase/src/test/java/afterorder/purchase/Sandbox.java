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

    void next(String instruction) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/next"))
                .POST(HttpRequest.BodyPublishers.ofString(instruction))
                .build();
        if (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
            throw new IllegalArgumentException("the sandbox does not know how to " + instruction);
        }
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
