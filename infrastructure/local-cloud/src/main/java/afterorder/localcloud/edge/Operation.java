package afterorder.localcloud.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/**
 * What a request asks for, read from its headers, path and body, and what it asks it about.
 *
 * @param isIndexed whether it asks an index of a table
 */
record Operation(String name, String resource, boolean isIndexed) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INVOCATION = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final String[] RESOURCES = {
        "TableName", "QueueUrl", "QueueName", "stateMachineArn", "executionArn", "activityArn", "SecretId", "name"
    };

    static Operation of(String service, Request request, byte[] body) {
        if (service.equals("s3")) return S3Operations.of(request);
        String target = request.getHeaders().get("X-Amz-Target");
        if (target != null) {
            JsonNode json = json(body);
            return new Operation(target.substring(target.lastIndexOf('.') + 1), resource(json), json.has("IndexName"));
        }
        Matcher invocation = INVOCATION.matcher(request.getHttpURI().getPath());
        if (invocation.matches()) return new Operation("Invoke", decode(invocation.group(1)), false);
        Map<String, String> form = Form.parse(body);
        String source = form.getOrDefault("Source", form.getOrDefault("QueueUrl", ""));
        return new Operation(form.getOrDefault("Action", request.getMethod()), lastSegment(source), false);
    }

    private static String resource(JsonNode request) {
        for (String name : RESOURCES) {
            if (request.path(name).isTextual())
                return lastSegment(request.get(name).asText());
        }
        if (request.path("RequestItems").isObject()) {
            return String.join(
                    ",", (Iterable<String>) () -> request.get("RequestItems").fieldNames());
        }
        JsonNode table = request.path("TransactItems").findValue("TableName");
        return table == null ? "" : table.asText();
    }

    /** A body that is no JSON has no resource; the service answers what it thinks of it. */
    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException malformed) {
            return JSON.missingNode();
        }
    }

    private static String lastSegment(String address) {
        return address.startsWith("http") ? address.substring(address.lastIndexOf('/') + 1) : address;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
