package afterorder.scheduling;

import afterorder.aws.Attempts;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.LinkMaker;
import afterorder.aws.Mailer;
import afterorder.aws.Messages;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.documents.PdfDocuments;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Issues the performance record of an engagement whose work is closed (S26). */
public final class ServiceScheduling implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final RecordIssuing records;
    private final Snapshot snapshot;

    public ServiceScheduling() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    ServiceScheduling(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        Seller seller = settings.seller();
        ObjectStore documents = ObjectStore.ofDocuments(clients.s3(), environment);
        PdfDocuments pdfs = new PdfDocuments(seller, settings.catalog());
        Rows rows = new Rows(dynamoDb, table);
        this.records = new RecordIssuing(
                seller,
                rows,
                new Engagements(rows, new Orders(dynamoDb, table, documents), settings.teams()),
                new Numbers(dynamoDb, table, seller.numbers()),
                pdfs,
                documents,
                new LinkMaker(
                        rows, environment.get("PUBLIC_BASE_URL"), Duration.ofDays(environment.number("LINK_DAYS"))),
                new Mailer(clients.ses(), environment));
        this.snapshot = Snapshot.primedBy(pdfs::prime);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(
                batch,
                Attempts.Message.class,
                context,
                (message, now) -> records.issue(message.key(), message.attempt(), now));
    }
}
