package afterorder.localcloud.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts a {@link JsonService} behind HTTP. */
final class JsonServiceHandler extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JsonService service;

    JsonServiceHandler(JsonService service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String target = request.getHeaders().get("X-Amz-Target");
        if (target == null) throw AwsError.of("UnknownOperationException", "The header X-Amz-Target is missing");
        JsonNode body = parse(Content.Source.asString(request, StandardCharsets.UTF_8));
        Answer.amzJson(request, response, callback, service.call(target.substring(target.lastIndexOf('.') + 1), body));
        return true;
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode request = JSON.readTree(body);
            if (request.isObject()) return request;
        } catch (JsonProcessingException malformed) {
            throw AwsError.of("SerializationException", "The request is no JSON: " + malformed.getOriginalMessage());
        }
        throw AwsError.of("SerializationException", "The request is no JSON object");
    }
}
