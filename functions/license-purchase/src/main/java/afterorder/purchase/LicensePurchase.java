package afterorder.purchase;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.LicensePurchases.Message;
import afterorder.aws.Log;
import afterorder.aws.Messages;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.aws.Secrets;
import afterorder.aws.Snapshot;
import afterorder.aws.TaskAnswers;
import afterorder.order.Phrase;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Works for the workflow license-order: buys and answers the task token; or, when the workflow could not get on, parks the
 * purchase. For due-work it looks at accounts, and deletes keys.
 */
public final class LicensePurchase implements RequestHandler<SQSEvent, SQSBatchResponse> {
    /** With every repetition of a call that is not answered, and what is written after it. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final Rows rows;
    private final Purchasing purchasing;
    private final Verifying verifying;
    private final ForgettingKeys forgetting;
    private final TaskAnswers answers;
    private final Snapshot snapshot = Snapshot.primed();

    public LicensePurchase() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    LicensePurchase(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"));
        EntitlementStore entitlements =
                new EntitlementStore(new ObjectStore(clients.s3(), environment.get("KEYS_BUCKET")));
        Secrets vendorAccess = new Secrets(clients.secretsManager(), environment.get("VENDOR_ACCESS"));
        this.rows = new Rows(dynamoDb, table);
        Vendor vendor = new Vendors(environment, vendorAccess, entitlements).chosen();
        PurchaseOrders orders = new PurchaseOrders(new Orders(dynamoDb, table, documents));
        VendorAnswers vendorAnswers = new VendorAnswers(rows);
        ReadingBack readingBack = new ReadingBack(vendorAnswers, vendor, entitlements);
        this.purchasing = new Purchasing(settings, rows, orders, vendor, vendorAnswers, readingBack);
        this.verifying = new Verifying(rows, orders, vendor);
        this.forgetting =
                new ForgettingKeys(rows, entitlements, settings.seller().zone());
        this.answers = new TaskAnswers(clients.stepFunctions());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(batch, Message.class, context, (message, now) -> handle(message, now, context));
    }

    private void handle(Message message, Instant now, Context context) {
        if (message.failure() != null) {
            park(message, message.failure(), now);
        } else if (message.forgetKeys() != null) {
            forgetting.forget(message.key(), now);
        } else if (message.look() != null) {
            look(message, now, context);
        } else {
            BooleanSupplier hasTime = () -> context.getRemainingTimeInMillis() > LONGEST_CALL.toMillis();
            answer(message.taskToken(), purchasing.purchase(message.key(), message.attempt(), now, hasTime));
        }
    }

    /** Nothing waits for the answer, so a silent vendor is left alone until the row asks again. */
    private void look(Message message, Instant now, Context context) {
        try {
            verifying.look(message.key(), message.look(), now);
        } catch (VendorUnavailable silence) {
            Log.of(context).info(message.key(), "the vendor did not say whether the account is verified");
        }
    }

    private void park(Message message, Message.Failure failure, Instant now) {
        PurchaseRow seen = rows.purchase(message.key()).orElseThrow();
        rows.record(
                seen,
                row -> row.isWorkOf(message.attempt()) && !row.status().isEnd()
                        ? Optional.of(row.parked(Phrase.WORKFLOW_FAILED.with(failure.reason()), now))
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
