package afterorder.localcloud.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The sandbox marketplace over HTTP: the ordering interface of {@code infrastructure/vendor/marketplace.openapi.yaml}
 * under {@code /_local/vendor/api}, and the doors for tests beside it. Leaves every other path to other handlers.
 */
public final class Marketplace extends Handler.Abstract.NonBlocking {

    /** What stands before every path of it. */
    public static final String PATH = "/_local/vendor";

    private static final String ORDERS = "/api/orders/";
    private static final String CONTACTS = "/contacts/";
    private static final int LONGEST_BODY = 1_000_000;

    private final String token;
    private final OrderBook book;
    private final OrderingApi api;
    private final TestDoors doors;

    /**
     * @param folder where orders and contacts are kept, also over a restart
     * @param token the bearer token that orders must come with
     * @param clock the time of the vendor
     */
    public Marketplace(Path folder, String token, InstantSource clock) {
        this.book = new OrderBook(folder.resolve("orders"));
        Contacts contacts = new Contacts(folder.resolve("contacts.json"));
        Queue<Instruction> instructions = new ConcurrentLinkedQueue<>();
        this.token = token;
        this.api = new OrderingApi(book, contacts, instructions, clock);
        this.doors = new TestDoors(book, contacts, instructions);
    }

    /** What it sold, in that order. */
    public List<Purchase> purchases() {
        return book.purchases();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) return false;
        Thread.ofVirtual()
                .name("vendor")
                .start(() -> answer(path.substring(PATH.length()), request, response, callback));
        return true;
    }

    private void answer(String path, Request request, Response response, Callback callback) {
        try {
            switch (route(path, request)) {
                case Answer.Json(int status, Object body) -> {
                    response.setStatus(status);
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                    response.write(true, ByteBuffer.wrap(JsonFile.JSON.writeValueAsBytes(body)), callback);
                }
                case Answer.Cut() -> {
                    request.getConnectionMetaData()
                            .getConnection()
                            .getEndPoint()
                            .close();
                    callback.failed(new IOException("the answer is lost, as told"));
                }
            }
        } catch (Exception failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    private Answer route(String path, Request request) throws IOException, InterruptedException {
        String method = request.getMethod();
        if (path.startsWith("/api/")) {
            if (!isAuthorized(request)) return Answer.error(401, "unauthorized");
            return path.startsWith(ORDERS)
                    ? order(method, decode(path.substring(ORDERS.length())), request)
                    : Answer.error(404, "not-found");
        }
        return switch (method + " " + path) {
            case "GET ", "GET /" -> doors.overview();
            case "POST /next" -> doors.instruct(body(request));
            default ->
                method.equals("PUT") && path.startsWith(CONTACTS)
                        ? doors.setContact(decode(path.substring(CONTACTS.length())), body(request))
                        : Answer.error(404, "not-found");
        };
    }

    private Answer order(String method, String reference, Request request) throws IOException, InterruptedException {
        if (!reference.matches("[A-Za-z0-9_-]{1,80}")) {
            return method.equals("GET")
                    ? Answer.error(404, "not-found")
                    : invalid(new OrderReader.Violation("", "a reference has 1 to 80 letters, digits, - or _"));
        }
        return switch (method) {
            case "GET" -> api.find(reference);
            case "PUT" -> place(reference, request);
            default -> Answer.error(405, "method-not-allowed");
        };
    }

    private Answer place(String reference, Request request) throws IOException, InterruptedException {
        byte[] bytes = bytes(request);
        if (bytes.length > LONGEST_BODY) return Answer.error(413, "too-large");
        OrderReader reader = new OrderReader();
        Order order = reader.read(json(bytes));
        if (!reader.violations().isEmpty()) {
            return invalid(reader.violations().toArray(OrderReader.Violation[]::new));
        }
        return api.place(reference, order);
    }

    private static Answer invalid(OrderReader.Violation... violations) {
        return new Answer.Json(400, Map.of("error", "invalid", "violations", violations));
    }

    private boolean isAuthorized(Request request) {
        String given = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.AUTHORIZATION), "");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode body(Request request) throws IOException {
        return json(bytes(request));
    }

    private static byte[] bytes(Request request) throws IOException {
        return Content.Source.asInputStream(request).readNBytes(LONGEST_BODY + 1);
    }

    /** Missing when it is no JSON, which whoever reads it refuses. */
    private static JsonNode json(byte[] bytes) throws IOException {
        try {
            return JsonFile.JSON.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
