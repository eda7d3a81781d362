package afterorder.invoicing;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.LinkMaker;
import afterorder.aws.Mailer;
import afterorder.aws.Messages;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The workflow's second step: bills what was purchased (S44), and delivers it (S47). */
public final class Invoicing implements RequestStreamHandler {
    private final PurchaseBilling billing;
    private final Snapshot snapshot;

    public Invoicing() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    Invoicing(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        Rows rows = new Rows(dynamoDb, table);
        ObjectStore documents = ObjectStore.ofDocuments(clients.s3(), environment);
        this.billing = new PurchaseBilling(
                settings,
                new TaxDecision(
                        rows,
                        new Evatr(URI.create(environment.get("VAT_ID_CHECK_URL")), Evatr.PATIENCE),
                        settings.seller()),
                rows,
                new Orders(dynamoDb, table, documents),
                new Numbers(dynamoDb, table, rows, settings.seller().numbers()),
                new EntitlementStore(new ObjectStore(clients.s3(), environment.get("KEYS_BUCKET"))),
                documents,
                new LinkMaker(
                        rows, environment.get("PUBLIC_BASE_URL"), Duration.ofDays(environment.number("LINK_DAYS"))),
                new Mailer(clients.ses(), new Email(environment.get("SENDER_ADDRESS"))));
        this.snapshot = Snapshot.primedBy(billing::prime);
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
