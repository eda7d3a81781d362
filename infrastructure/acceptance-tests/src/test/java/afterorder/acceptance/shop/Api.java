package afterorder.acceptance.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** HTTP, as ordering systems, customers' browsers and tests speak it. Redirects are not followed. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Api(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** Posts an order as the caller "you". */
    public HttpResponse<String> post(String body, String idempotencyKey) {
        return send(order(body)
                .header("idempotency-key", idempotencyKey)
                .header("authorization", "Bearer " + token("orders.write")));
    }

    /** A request that would post an order, without key and token. */
    public HttpRequest.Builder order(String body) {
        return HttpRequest.newBuilder(URI.create(address + "/orders"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("authorization", "Bearer " + token));
    }

    /** @param path begins with a slash, or is a whole address */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("accept", "application/json"));
    }

    public HttpResponse<byte[]> bytes(String path) {
        return send(HttpRequest.newBuilder(at(path)), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(at(path)).method("HEAD", BodyPublishers.noBody()));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(HttpRequest.newBuilder(at(path)).PUT(BodyPublishers.ofString(json)));
    }

    /** As a caller with that token. @param method such as {@code PUT}. @param json may be empty */
    public HttpResponse<String> call(String method, String path, String json, String token) {
        return send(calling(method, path, json, token));
    }

    /** As above, to be done once under that key. */
    public HttpResponse<String> call(String method, String path, String json, String token, String idempotencyKey) {
        return send(calling(method, path, json, token).header("idempotency-key", idempotencyKey));
    }

    private HttpRequest.Builder calling(String method, String path, String json, String token) {
        return HttpRequest.newBuilder(at(path))
                .method(method, BodyPublishers.ofString(json))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + token);
    }

    public HttpResponse<String> postTo(String path, String json) {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(json)));
    }

    public String token(String scope) {
        return token(scope, "");
    }

    /** @param more further parameters, such as {@code &sub=other} */
    public String token(String scope, String more) {
        String encoded = URLEncoder.encode(scope, StandardCharsets.UTF_8).replace("+", "%20");
        return get("/_local/token?scope=" + encoded + more).body().strip();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException("no JSON: " + text, broken);
        }
    }

    private URI at(String path) {
        return URI.create(path.startsWith("/") ? address + path : path);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException silence) {
            throw new UncheckedIOException("no answer", silence);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
