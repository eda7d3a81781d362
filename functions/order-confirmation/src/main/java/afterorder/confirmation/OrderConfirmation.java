package afterorder.confirmation;

import afterorder.aws.AcceptedOrders;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.LicenseOrders;
import afterorder.aws.LinkMaker;
import afterorder.aws.Mailer;
import afterorder.aws.Messages;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.PurchaseStarter;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Confirms accepted orders (S3), and lets their purchases begin after the dispatch (S34). */
public final class OrderConfirmation implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Confirming confirming;
    private final Snapshot snapshot;

    public OrderConfirmation() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    OrderConfirmation(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        Rows rows = new Rows(dynamoDb, table);
        ObjectStore documents = ObjectStore.ofDocuments(clients.s3(), environment);
        this.confirming = new Confirming(
                settings,
                rows,
                new Orders(dynamoDb, table, documents),
                new Numbers(dynamoDb, table, settings.seller().numbers()),
                documents,
                new LinkMaker(
                        rows, environment.get("PUBLIC_BASE_URL"), Duration.ofDays(environment.number("LINK_DAYS"))),
                new Mailer(clients.ses(), environment),
                new PurchaseStarter(
                        rows, new LicenseOrders(clients.stepFunctions(), environment.get("STATE_MACHINE"))));
        this.snapshot = Snapshot.primedBy(confirming::prime);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(
                batch,
                AcceptedOrders.Message.class,
                context,
                (message, now) -> confirming.confirm(message.orderId(), now));
    }
}
