package afterorder.notification;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.LinkMaker;
import afterorder.aws.Mailer;
import afterorder.aws.Messages;
import afterorder.aws.Metrics;
import afterorder.aws.Notices;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sends the mails that a row owes: what was changed, what somebody has to do. */
public final class Notification implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration DESK_LINK_LIFE = Duration.ofDays(14);

    private final Notifying notifying;
    private final Snapshot snapshot;

    public Notification() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    Notification(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        String publicBaseUrl = environment.get("PUBLIC_BASE_URL");
        Rows rows = new Rows(dynamoDb, table);
        this.notifying = new Notifying(
                settings,
                URI.create(publicBaseUrl),
                rows,
                new Orders(dynamoDb, table, new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"))),
                new LinkMaker(rows, publicBaseUrl, DESK_LINK_LIFE),
                new LinkMaker(rows, publicBaseUrl, Duration.ofDays(environment.number("LINK_DAYS"))),
                new Mailer(clients.ses(), environment),
                new Metrics(environment));
        this.snapshot = Snapshot.primedBy(notifying::prime);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(
                batch,
                Notices.Message.class,
                context,
                (message, now) -> notifying.sendAll(message.key(), message.round(), now, context));
    }
}
