package afterorder.vendorevents;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Problem;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.aws.Secrets;
import afterorder.aws.Snapshot;
import afterorder.order.purchase.VendorEvent;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /vendor/events}: the vendor tells that an order has got its outcome. It only writes the row, so that the vendor
 * is asked soon; what it says is not believed.
 */
public final class VendorEvents implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Rows rows;
    private final Secrets vendorAccess;
    private final Snapshot snapshot;

    public VendorEvents() {
        this(Environment.ofProcess(), new Clients());
    }

    VendorEvents(Environment environment, Clients clients) {
        this.rows = new Rows(clients.dynamoDb(), environment.get("TABLE"));
        this.vendorAccess = new Secrets(clients.secretsManager(), environment.get("VENDOR_ACCESS"));
        this.snapshot = Snapshot.primed();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        Instant now = Answers.receivedAt(request);
        byte[] body = RequestBody.of(request);
        Signature signature = Signature.of(request.getHeaders());
        if (!signature.isFresh(now) || !signature.isGenuine(body, vendorAccess.get("vendorWebhookSecret"))) {
            return Problem.of(401, "Unauthorized", "the signature is wrong, or older than five minutes")
                    .response();
        }
        Optional<VendorEvent> event = EventBody.read(body);
        if (event.isEmpty())
            return Problem.of(400, "Bad request", "the body is not an event").response();
        take(event.get(), now);
        return Answers.json(200, Map.of("taken", event.get().id()), Map.of());
    }

    /**
     * An event of an order that is none of ours is taken too, without effect: it is genuine, there is nothing that the vendor
     * could do better, and a vendor gives up an address that keeps refusing.
     */
    private void take(VendorEvent event, Instant now) {
        event.purchase().flatMap(rows::purchase).ifPresent(seen -> rows.record(seen, row -> event.appliedTo(row, now)));
    }
}
