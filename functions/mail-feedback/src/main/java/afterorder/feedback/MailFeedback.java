package afterorder.feedback;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Messages;
import afterorder.aws.Metrics;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes what SES publishes about mails that it took: the row is told, staff, and where possible another address. */
public final class MailFeedback implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Hearing hearing;
    private final Snapshot snapshot = Snapshot.primed();

    public MailFeedback() {
        this(Environment.ofProcess(), new Clients());
    }

    MailFeedback(Environment environment, Clients clients) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"));
        this.hearing = new Hearing(
                new Rows(dynamoDb, table), new Orders(dynamoDb, table, documents), new Metrics(environment));
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(batch, SesEvent.class, context, (event, now) -> event.feedback()
                .ifPresent(feedback -> hearing.hear(feedback, now, context)));
    }
}
