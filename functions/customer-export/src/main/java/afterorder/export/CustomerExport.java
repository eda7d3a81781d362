package afterorder.export;

import afterorder.aws.Clients;
import afterorder.aws.CustomerRows;
import afterorder.aws.Environment;
import afterorder.aws.Exports;
import afterorder.aws.Messages;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts everything that is kept of a customer into a ZIP. The row then owes the desk a mail, which notification sends. */
public final class CustomerExport implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Exporting exporting;
    private final Snapshot snapshot = Snapshot.primed();

    public CustomerExport() {
        this(Environment.ofProcess(), new Clients());
    }

    CustomerExport(Environment environment, Clients clients) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"));
        this.exporting = new Exporting(
                new Rows(dynamoDb, table),
                new CustomerRows(dynamoDb, table),
                new Orders(dynamoDb, table, documents),
                documents);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(
                batch,
                Exports.Message.class,
                context,
                (message, now) -> exporting.export(message.customerNumber(), message.number(), now));
    }
}
