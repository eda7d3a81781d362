package afterorder.desk;

import afterorder.aws.IdempotencyKey;
import afterorder.aws.Problem;
import afterorder.aws.RefusedCall;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;

/** A call that is not done, and why, as HTTP answers it. */
final class Refused extends RefusedCall {
    private static final long serialVersionUID = 1;

    private Refused(Problem problem) {
        super(problem);
    }

    static Refused noOrder(String id) {
        return new Refused(Problem.of(404, "Not found", "there is no order " + id));
    }

    static Refused noCustomer(String number) {
        return new Refused(Problem.of(404, "Not found", "there is no order of a customer " + number));
    }

    static Refused noPurchase(String number) {
        return new Refused(Problem.of(404, "Not found", "the order has no purchase " + number + " yet"));
    }

    /** How the row stands is a member of the problem, since {@code status} is that of HTTP there (RFC 9457). */
    static Refused by(WorkedRow row, String detail) {
        RowView view = RowView.of(row);
        String what = view.part() + " is " + view.status() + (view.parked() == null ? "" : " and parked");
        return new Refused(
                Problem.of(409, "Not possible now", what + ": " + detail).with(member(row), view));
    }

    private static String member(WorkedRow row) {
        return switch (row) {
            case OrderRow order -> "confirmation";
            case CorrectionRow correction -> "correction";
            case EngagementRow engagement -> "engagement";
            default -> "purchase";
        };
    }

    static Refused notParked(WorkedRow row) {
        return by(row, "only what is parked can be retried");
    }

    static Refused notAcceptable(PurchaseRow row) {
        return by(row, "there is nothing that was sold otherwise than ordered");
    }

    static Refused taxNeedsNoDecision() {
        return notPossible("the tax needs no decision: nothing waits for one, or it is made otherwise");
    }

    static Refused noInvoice(String number) {
        return new Refused(Problem.of(404, "Not found", "there is no invoice " + number));
    }

    static Refused noCorrection() {
        return new Refused(Problem.of(404, "Not found", "the order has no such correction"));
    }

    static Refused noKey() {
        return new Refused(IdempotencyKey.missing());
    }

    static Refused keyWasUsed() {
        return new Refused(IdempotencyKey.wasUsed());
    }

    static Refused notPossible(String detail) {
        return new Refused(Problem.of(409, "Not possible now", detail));
    }

    static Refused maybeSold(PurchaseRow row) {
        return by(row, "the vendor may have sold it, so it cannot be called off");
    }
}
