package afterorder.localcloud.queue;

import afterorder.localcloud.edge.Answer;
import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands requests on to ElasticMQ, refuses messages that are too long, and puts moved time into what is delivered. */
final class QueueHandler extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TEMPLATES_ALONE = Set.of("CreateQueue", "DeleteQueue", "SetQueueAttributes");
    private static final List<String> PASSED = List.of("X-Amz-Target", "Content-Type", "X-Amzn-Query-Mode");

    private final URI server;
    private final ToIntFunction<String> maximumSize;
    private final UnaryOperator<Instant> moved;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    QueueHandler(URI server, ToIntFunction<String> maximumSize, UnaryOperator<Instant> moved) {
        this.server = server;
        this.maximumSize = maximumSize;
        this.moved = moved;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        byte[] body;
        try (InputStream content = Content.Source.asInputStream(request)) {
            body = content.readAllBytes();
        }
        String target = request.getHeaders().get("X-Amz-Target");
        String operation = target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
        if (TEMPLATES_ALONE.contains(operation)) {
            throw AwsError.of(
                    "com.amazonaws.sqs#UnsupportedOperation",
                    operation + " is refused: the queues of the local cloud are those of its template");
        }
        if (!operation.isEmpty()) checkLimits(operation, body);
        HttpResponse<byte[]> answer = client.send(forwarded(request, body), HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse("application/x-amz-json-1.0");
        byte[] delivered = operation.equals("ReceiveMessage") && answer.statusCode() == 200
                ? withMovedTime(answer.body())
                : answer.body();
        Answer.bytes(response, callback, answer.statusCode(), type, delivered);
        return true;
    }

    /** What is no JSON has no limits; ElasticMQ refuses it. */
    private void checkLimits(String operation, byte[] body) {
        JsonNode request;
        try {
            request = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException malformed) {
            return;
        }
        String url = request.path("QueueUrl").asText();
        RequestLimits.check(operation, request, maximumSize.applyAsInt(url.substring(url.lastIndexOf('/') + 1)));
    }

    private HttpRequest forwarded(Request request, byte[] body) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(
                        server.resolve(request.getHttpURI().getPathQuery()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : PASSED) {
            String value = request.getHeaders().get(name);
            if (value != null) forwarded.header(name, value);
        }
        return forwarded.build();
    }

    private byte[] withMovedTime(byte[] answer) throws java.io.IOException {
        JsonNode received = JSON.readTree(answer);
        for (JsonNode message : received.path("Messages")) {
            JsonNode sent = message.path("Attributes").path("SentTimestamp");
            if (sent.isMissingNode()) continue;
            Instant time = moved.apply(Instant.ofEpochMilli(sent.asLong()));
            ((ObjectNode) message.path("Attributes")).put("SentTimestamp", String.valueOf(time.toEpochMilli()));
        }
        return JSON.writeValueAsBytes(received);
    }
}
