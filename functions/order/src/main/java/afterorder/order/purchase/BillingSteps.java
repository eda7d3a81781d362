package afterorder.order.purchase;

import static afterorder.order.purchase.PurchaseRow.LONGEST_STEP;
import static afterorder.order.purchase.PurchaseRow.Status.INVOICED;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASED;

import afterorder.order.Statement;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The steps of billing a purchase, as its row keeps them. */
public final class BillingSteps {
    /** The mail after the purchase to the technical contact, as a notice names it. */
    private static final String CONTACT_MAIL = "purchased";

    private BillingSteps() {}

    /**
     * Whether that attempt may bill now. One that began to mail within the same attempt may still be at it, or may be dead:
     * only {@code due-work} judges that, and starts the next attempt.
     */
    public static boolean mayBeBilledBy(PurchaseRow row, int attempt) {
        boolean isMailed = row.billing() != null && Objects.equals(row.billing().mailingAttempt(), attempt);
        return row.status() == PURCHASED && row.isWorkOf(attempt) && !isMailed;
    }

    /** Invoice and delivery note have their numbers and their date: the first write of billing, before anything is made. */
    public static PurchaseRow numbered(PurchaseRow row, Billing billing, Instant now) {
        Progress progress = row.progress().awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP));
        return row.with(row.status(), row.vendor(), row.sale(), billing, progress);
    }

    /** Written before the mail is sent: this attempt sends it, and no repetition of it. */
    public static PurchaseRow mailing(PurchaseRow row, Instant now) {
        return numbered(row, billed(row).mailingIn(row.progress().attempt()), now);
    }

    public static PurchaseRow invoiced(PurchaseRow row, Instant now) {
        Billing billing = billed(row);
        Progress ended = row.progress()
                .unparked()
                .advancing()
                .awaitingNothing()
                .noted(
                        "invoice " + billing.invoiceNumber() + " and delivery note " + billing.deliveryNoteNumber()
                                + " sent",
                        now);
        return row.with(INVOICED, row.vendor(), row.sale(), billing.sent(now), ended);
    }

    /** @param missing letters of the documents that no typeface has */
    public static PurchaseRow unprintable(PurchaseRow row, List<String> missing, Instant now) {
        return row.withProgress(row.progress().documented(billed(row).invoiceNumber(), missing, now));
    }

    /** Invoice and delivery note are out, but the mail that tells the technical contact was refused: staff tells. */
    public static PurchaseRow contactUntold(PurchaseRow row, Statement reason, Instant now) {
        Progress progress = row.progress()
                .noted("the mail " + CONTACT_MAIL + " was refused", now)
                .owing(new Notice.Undelivered(CONTACT_MAIL, reason), now);
        return row.withProgress(progress);
    }

    private static Billing billed(PurchaseRow row) {
        if (row.billing() == null) throw new IllegalStateException(row.key() + " has no invoice");
        return row.billing();
    }
}
