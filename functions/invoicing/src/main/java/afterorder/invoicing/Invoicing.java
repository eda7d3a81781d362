package afterorder.invoicing;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Messages;
import afterorder.aws.Snapshot;
import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The workflow's second step: bills what was purchased (S44), and delivers it (S47). */
public final class Invoicing implements RequestStreamHandler {
    private final PurchaseBilling billing;
    private final Snapshot snapshot;

    public Invoicing() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    Invoicing(Environment environment, Clients clients, Settings settings) {
        Parts parts = new Parts(environment, clients, settings);
        this.billing = parts.billing();
        this.snapshot = Snapshot.primedBy(parts::prime);
    }

    /** What the workflow asks for. @param at when it entered the step: the same at each retry */
    record Request(OrderId orderId, String part, int attempt, Instant at) {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Request request = Json.MAPPER.readValue(input, Request.class);
        RowKey key = new RowKey(request.orderId().value(), request.part());
        Messages.untilUndisturbed(() -> billing.bill(key, request.attempt(), request.at()));
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
