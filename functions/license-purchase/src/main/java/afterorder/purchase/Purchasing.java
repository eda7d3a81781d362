package afterorder.purchase;

import afterorder.aws.Rows;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.order.row.Parked;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Buys what a purchase's row says, once: intent before effect, and the outcome recorded however late it comes. */
final class Purchasing {
    private final Settings settings;
    private final Rows rows;
    private final PurchaseOrders orders;
    private final Vendor vendor;
    private final VendorAnswers answers;
    private final ReadingBack readingBack;

    Purchasing(
            Settings settings,
            Rows rows,
            PurchaseOrders orders,
            Vendor vendor,
            VendorAnswers answers,
            ReadingBack readingBack) {
        this.settings = settings;
        this.rows = rows;
        this.orders = orders;
        this.vendor = vendor;
        this.answers = answers;
        this.readingBack = readingBack;
    }

    /** @param hasTime whether the function may begin another call that takes long */
    Outcome purchase(RowKey key, int attempt, Instant now, BooleanSupplier hasTime) {
        PurchaseRow row = rows.purchase(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
        if (!row.isWorkOf(attempt)) return new Outcome.Superseded();
        if (row.isAtRest()) return failed(row.progress().parked());
        return switch (row.status()) {
            case SCHEDULED -> throw new IllegalStateException(key + " has not begun");
            case PURCHASING -> outcome(buy(row, now, hasTime), attempt);
            case PURCHASED, INVOICED -> new Outcome.Purchased();
            case CANCELLED -> new Outcome.Superseded();
        };
    }

    private PurchaseRow buy(PurchaseRow row, Instant now, BooleanSupplier hasTime) {
        PurchaseOrder order = orders.of(row);
        boolean mayBeSold = row.vendor().askedSince() != null;
        List<Statement> refusals =
                settings.catalog().refusals(order.lines(), settings.seller().dateAt(now));
        if (!mayBeSold && !refusals.isEmpty()) {
            return answers.record(row, current -> current.parked(Phrase.NO_LONGER_SOLD.with(), refusals, now));
        }
        PurchaseRow asking = rows.save(Buying.asking(row, now));
        try {
            if (row.vendor().readBack() != null) return readingBack.goOn(asking, order, now, hasTime);
            return switch (ask(order, mayBeSold)) {
                case Vendor.Answer.Sold sold -> readingBack.begin(asking, order, sold, now, hasTime);
                case Vendor.Answer.Refused(Statement reason) ->
                    answers.record(asking, current -> Buying.refused(current, reason, now));
                case Vendor.Answer.Pending() -> answers.record(asking, current -> Buying.pending(current, now));
                case Vendor.Answer.Commissioned() -> answers.record(asking, current -> commissioned(current, now));
                case Vendor.Answer.Unclear(Statement reason) ->
                    answers.record(asking, current -> Buying.unclear(current, reason, now));
            };
        } catch (VendorUnavailable silence) {
            return answers.record(asking, current -> Buying.unanswered(current, silence.retryAfter(), now));
        }
    }

    private Vendor.Answer ask(PurchaseOrder order, boolean mayBeSold) {
        return mayBeSold ? vendor.find(order).orElseGet(() -> vendor.place(order)) : vendor.place(order);
    }

    private PurchaseRow commissioned(PurchaseRow row, Instant now) {
        Desk desk = settings.desk();
        return DeskSteps.commissioned(
                row,
                desk.workingHours().after(now, desk.remindAfter()),
                desk.workingHours().after(now, desk.leadAfter()),
                now);
    }

    private static Outcome failed(Parked parked) {
        return new Outcome.Failed(parked.reason().in(Language.EN));
    }

    private static Outcome outcome(PurchaseRow row, int attempt) {
        if (!row.isWorkOf(attempt)) return new Outcome.Superseded();
        if (row.isAtRest()) return failed(row.progress().parked());
        return row.status() == PurchaseRow.Status.PURCHASING ? new Outcome.Pending() : new Outcome.Purchased();
    }
}
