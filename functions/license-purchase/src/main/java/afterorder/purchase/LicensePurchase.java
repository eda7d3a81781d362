package afterorder.purchase;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.Messages;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Secrets;
import afterorder.aws.Snapshot;
import afterorder.aws.TaskAnswers;
import afterorder.order.OrderId;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Works for the workflow license-order: buys and answers the task token; or, when the workflow could not get on, parks the
 * purchase.
 */
public final class LicensePurchase implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Duration VENDOR_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Rows rows;
    private final Purchasing purchasing;
    private final TaskAnswers answers;
    private final Snapshot snapshot = Snapshot.primed();

    public LicensePurchase() {
        this(Environment.ofProcess(), new Clients());
    }

    LicensePurchase(Environment environment, Clients clients) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"));
        EntitlementStore entitlements =
                new EntitlementStore(new ObjectStore(clients.s3(), environment.get("KEYS_BUCKET")));
        Secrets vendorAccess = new Secrets(clients.secretsManager(), environment.get("VENDOR_ACCESS"));
        this.rows = new Rows(dynamoDb, table);
        this.purchasing = new Purchasing(
                rows,
                new Orders(dynamoDb, table, documents),
                entitlements,
                new Persistence(new Marketplace(
                        URI.create(environment.get("VENDOR_URL")),
                        () -> vendorAccess.get("vendorToken"),
                        VENDOR_ANSWERS_WITHIN)));
        this.answers = new TaskAnswers(clients.stepFunctions());
    }

    /**
     * A message of the workflow.
     *
     * @param taskToken awaits the outcome; absent when there is a failure to write down
     */
    record Message(
            OrderId orderId,
            String part,
            int attempt,
            @Nullable String taskToken,
            @Nullable Failure failure) {
        RowKey key() {
            return new RowKey(orderId.value(), part);
        }

        /** @param cause may be absent where the workflow gives none */
        record Failure(String error, @Nullable String cause) {
            String reason() {
                return cause == null || cause.isBlank() ? error : error + ": " + cause;
            }
        }
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(batch, Message.class, context, this::handle);
    }

    private void handle(Message message, Instant now) {
        if (message.failure() != null) {
            park(message, message.failure(), now);
        } else {
            answer(message.taskToken(), purchasing.purchase(message.key(), message.attempt(), now));
        }
    }

    private void park(Message message, Message.Failure failure, Instant now) {
        PurchaseRow seen = rows.purchase(message.key()).orElseThrow();
        rows.record(
                seen,
                row -> row.isWorkOf(message.attempt()) && row.status() != PurchaseRow.Status.INVOICED
                        ? Optional.of(row.parked(failure.reason(), now))
                        : Optional.empty());
    }

    private void answer(String taskToken, Outcome outcome) {
        switch (outcome) {
            case Outcome.Purchased() -> answers.succeed(taskToken, "purchased");
            case Outcome.Pending() -> answers.succeed(taskToken, "pending");
            case Outcome.Superseded() -> answers.succeed(taskToken, "superseded");
            case Outcome.Failed(String reason) -> answers.fail(taskToken, "PurchaseFailed", reason);
        }
    }
}
