package afterorder.localcloud.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes an answer, and an error in the form that the caller's protocol has for it. */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AMZ_JSON = "application/x-amz-json-1.0";
    private static final String AMZ_JSON_1_1 = "application/x-amz-json-1.1";

    private Answer() {}

    /** Answers the bytes and ends the exchange. */
    public static void bytes(Response response, Callback callback, int status, String contentType, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    public static void text(Response response, Callback callback, int status, String contentType, String body) {
        bytes(response, callback, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static void json(Response response, Callback callback, int status, JsonNode body) {
        text(response, callback, status, "application/json", body.toString());
    }

    static void amzJson(Request request, Response response, Callback callback, JsonNode body) {
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        text(response, callback, 200, amzJson(request), body.toString());
    }

    /** The version of the protocol that the caller speaks. */
    private static String amzJson(Request request) {
        return AMZ_JSON_1_1.equals(request.getHeaders().get(HttpHeader.CONTENT_TYPE)) ? AMZ_JSON_1_1 : AMZ_JSON;
    }

    /** The content of XML text or of an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static void error(Request request, Response response, Callback callback, String service, AwsError error) {
        response.reset();
        String id = UUID.randomUUID().toString();
        if (service.equals("s3")) s3Error(request, response, callback, error, id);
        else if (request.getHeaders().contains("X-Amz-Target"))
            jsonError(response, callback, error, id, amzJson(request));
        else if (service.equals("lambda")) jsonError(response, callback, error, id, "application/json");
        else queryError(response, callback, error, id);
    }

    private static void jsonError(Response response, Callback callback, AwsError error, String id, String type) {
        ObjectNode body = JSON.createObjectNode().put("__type", error.code()).put("message", error.getMessage());
        response.getHeaders().put("x-amzn-ErrorType", error.code());
        response.getHeaders().put("x-amzn-RequestId", id);
        text(response, callback, error.status(), type, body.toString());
    }

    private static void s3Error(Request request, Response response, Callback callback, AwsError error, String id) {
        response.getHeaders().put("x-amz-request-id", id);
        String body = request.getMethod().equals("HEAD")
                ? ""
                : """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message><Resource>%s</Resource><RequestId>%s</RequestId></Error>""".formatted(
                                error.code(),
                                escape(String.valueOf(error.getMessage())),
                                escape(request.getHttpURI().getPath()),
                                id);
        text(response, callback, error.status(), "application/xml", body);
    }

    private static void queryError(Response response, Callback callback, AwsError error, String id) {
        String body = """
                <ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
                <RequestId>%s</RequestId></ErrorResponse>""".formatted(
                        error.status() < 500 ? "Sender" : "Receiver",
                        error.code(),
                        escape(String.valueOf(error.getMessage())),
                        id);
        response.getHeaders().put("x-amzn-RequestId", id);
        text(response, callback, error.status(), "text/xml", body);
    }
}
