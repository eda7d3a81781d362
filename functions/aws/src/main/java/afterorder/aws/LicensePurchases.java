package afterorder.aws;

import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue that feeds license-purchase: by the workflow with purchases, by due-work with questions. */
public final class LicensePurchases {
    private final Queue queue;

    public LicensePurchases(SqsClient sqs, String queueUrl) {
        this.queue = new Queue(sqs, queueUrl);
    }

    /**
     * What a message says: a purchase, by the workflow; its failure; a question about its technical contact; or that
     * keys are to be deleted.
     *
     * @param attempt of the workflow
     * @param taskToken awaits the outcome of a purchase
     * @param failure of the workflow, to be written down
     * @param look which look at the technical contact's account it is
     * @param forgetKeys whose term is long over
     */
    public record Message(
            String orderId,
            String part,
            @Nullable Integer attempt,
            @Nullable String taskToken,
            @Nullable Failure failure,
            @Nullable Integer look,
            @Nullable Boolean forgetKeys)
            implements AboutRow {
        @Override
        public RowKey key() {
            return new RowKey(orderId, part);
        }

        /** @param cause may be absent where the workflow gives none */
        public record Failure(String error, @Nullable String cause) {
            public String reason() {
                return cause == null || cause.isBlank() ? error : error + ": " + cause;
            }
        }
    }

    /** Has the vendor asked whether the technical contact of a made purchase has verified the account. */
    public void askForAccount(PurchaseRow purchase) {
        queue.send(new Message(
                purchase.orderId().value(),
                purchase.key().part(),
                null,
                null,
                null,
                purchase.sale().account().looks(),
                null));
    }

    /** Has those keys of a billed purchase deleted whose time is over. */
    public void forgetKeys(PurchaseRow purchase) {
        queue.send(new Message(purchase.orderId().value(), purchase.key().part(), null, null, null, null, true));
    }
}
