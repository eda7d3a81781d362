package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The sandbox marketplace over HTTP: the ordering interface of {@code infrastructure/vendor/marketplace.openapi.yaml}
 * under {@code /_local/vendor/api}, Atlassian's commerce interface under {@code /_local/vendor/commerce}, and the doors for
 * tests beside them. Leaves every other path to other handlers.
 */
public final class Marketplace extends Handler.Abstract.NonBlocking {

    /** What stands before every path of it. */
    public static final String PATH = "/_local/vendor";

    private final OrderBook book;
    private final WebhookSender webhooks;
    private final OrderingApi api;
    private final CommerceApi commerce;
    private final TestDoors doors;

    /**
     * A marketplace that tells no outcome by itself.
     *
     * @param folder where all that it knows is kept, also over a restart
     * @param token the bearer token that calls must come with
     * @param clock the time of the vendor
     */
    public Marketplace(Path folder, String token, InstantSource clock) {
        this(folder, token, Optional.empty(), clock);
    }

    /** A marketplace that tells the outcome of a pending order by webhook. */
    public Marketplace(Path folder, String token, Webhook webhook, InstantSource clock) {
        this(folder, token, Optional.of(webhook), clock);
    }

    private Marketplace(Path folder, String token, Optional<Webhook> webhook, InstantSource clock) {
        SerialNumbers serials = new SerialNumbers();
        Instructions instructions = new Instructions();
        RateLimit orderingLimit = new RateLimit();
        RateLimit commerceLimit = new RateLimit();
        Contacts contacts = new Contacts(folder.resolve("contacts.json"));
        Portal portal = new Portal(folder.resolve("portal"), serials);
        book = new OrderBook(folder.resolve("orders"), serials);
        webhooks = new WebhookSender(webhook, clock);
        Ordering ordering = new Ordering(book, contacts, instructions, webhooks, clock);
        api = new OrderingApi(new Guard(token, orderingLimit), instructions, ordering, book, contacts);
        commerce = new CommerceApi(new Guard(token, commerceLimit), instructions, portal);
        doors = new TestDoors(
                book,
                contacts,
                instructions,
                ordering,
                webhooks,
                new PortalDoors(portal, serials, clock),
                List.of(orderingLimit, commerceLimit),
                clock);
    }

    /** What it sold, in that order. */
    public List<Purchase> purchases() {
        return book.purchases();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) return false;
        Thread.ofVirtual().name("vendor").start(() -> answer(request, response, callback));
        return true;
    }

    @Override
    protected void doStop() throws Exception {
        webhooks.close();
        super.doStop();
    }

    private void answer(Request request, Response response, Callback callback) {
        try {
            switch (route(Call.of(request))) {
                case Answer.Json(int status, Object body, var headers) -> {
                    response.setStatus(status);
                    headers.forEach(response.getHeaders()::put);
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

    private Answer route(Call call) throws IOException, InterruptedException {
        return switch (call.segment(0)) {
            case "api" -> api.answer(call);
            case "commerce" -> commerce.answer(call);
            default -> doors.answer(call);
        };
    }
}
