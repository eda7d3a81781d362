package afterorder.localcloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What an HTTP API answers: its own words, or what it reads from a function's answer. */
record GatewayResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_THE_GATEWAY = Set.of("content-length", "connection", "transfer-encoding");

    static GatewayResponse message(int status, String message) {
        return json(status, JSON.createObjectNode().put("message", message).toString());
    }

    static GatewayResponse refused(JwtAuthorizer.Decision.Refused refused) {
        GatewayResponse response = message(refused.status(), refused.message());
        List<Map.Entry<String, String>> headers = new ArrayList<>(response.headers);
        headers.add(Map.entry("www-authenticate", refused.challenge()));
        return new GatewayResponse(response.status, headers, response.body);
    }

    /** Empty when the function's answer is no response: malformed JSON, or a field of a wrong type. */
    static Optional<GatewayResponse> read(byte[] payload) {
        try {
            JsonNode answer = JSON.readTree(payload);
            if (!answer.isObject() || !answer.has("statusCode")) return Optional.of(inferred(answer));
            return read(answer);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static GatewayResponse inferred(JsonNode answer) {
        return json(200, answer.isTextual() ? answer.textValue() : answer.toString());
    }

    private static Optional<GatewayResponse> read(JsonNode answer) {
        JsonNode status = answer.path("statusCode");
        JsonNode body = answer.path("body");
        boolean noText = !body.isMissingNode() && !body.isNull() && !body.isTextual();
        if (!status.isInt() || status.intValue() < 100 || status.intValue() > 599 || noText) return Optional.empty();
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_GATEWAY.contains(name))
                headers.add(Map.entry(name, header.getValue().asText()));
        }
        for (JsonNode cookie : answer.path("cookies")) headers.add(Map.entry("set-cookie", cookie.asText()));
        boolean typed = headers.stream().anyMatch(header -> header.getKey().equals("content-type"));
        if (!typed) headers.add(Map.entry("content-type", "text/plain;charset=UTF-8"));
        return bytes(body.asText(""), answer.path("isBase64Encoded").asBoolean())
                .map(bytes -> new GatewayResponse(status.intValue(), headers, bytes));
    }

    private static Optional<byte[]> bytes(String body, boolean base64) {
        if (!base64) return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static GatewayResponse json(int status, String json) {
        return new GatewayResponse(
                status, List.of(Map.entry("content-type", "application/json")), json.getBytes(StandardCharsets.UTF_8));
    }

    void send(String requestId, Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
        response.getHeaders().put("apigw-requestid", requestId);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
