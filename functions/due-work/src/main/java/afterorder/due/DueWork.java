package afterorder.due;

import afterorder.aws.AcceptedOrders;
import afterorder.aws.Attempts;
import afterorder.aws.Clients;
import afterorder.aws.DueRows;
import afterorder.aws.Environment;
import afterorder.aws.Exports;
import afterorder.aws.LicenseOrders;
import afterorder.aws.LicensePurchases;
import afterorder.aws.Log;
import afterorder.aws.Messages;
import afterorder.aws.Metrics;
import afterorder.aws.Notices;
import afterorder.aws.PurchaseStarter;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.confirmation.Keeping;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.export.ExportRow;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.FollowUp;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks each minute at the rows whose deadline has passed, moves the deadline on, and hands the row to the queue or the
 * workflow of the function that owns its next step. It holds no right to vendor, documents or mail.
 */
public final class DueWork implements RequestHandler<ScheduledEvent, Void> {
    private static final int MILLISECONDS_TO_END = 10_000;

    private final Rows rows;
    private final DueRows due;
    private final AcceptedOrders accepted;
    private final PurchaseStarter purchases;
    private final Notices notices;
    private final LicensePurchases licensePurchases;
    private final Exports exports;
    private final Attempts corrections;
    private final Attempts engagements;
    private final Settings settings;
    private final Metrics metrics;
    private final Snapshot snapshot = Snapshot.primed();

    public DueWork() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    DueWork(Environment environment, Clients clients, Settings settings) {
        this.settings = settings;
        this.metrics = new Metrics(environment);
        this.rows = new Rows(clients.dynamoDb(), environment.get("TABLE"));
        this.due = new DueRows(clients.dynamoDb(), environment.get("TABLE"));
        this.accepted = new AcceptedOrders(clients.sqs(), environment.get("ACCEPTED_ORDERS_QUEUE"));
        this.notices = new Notices(clients.sqs(), environment.get("NOTICES_QUEUE"));
        this.licensePurchases = new LicensePurchases(clients.sqs(), environment.get("LICENSE_PURCHASES_QUEUE"));
        this.exports = new Exports(clients.sqs(), environment.get("EXPORTS_QUEUE"));
        this.corrections = new Attempts(clients.sqs(), environment.get("CORRECTIONS_QUEUE"));
        this.engagements = new Attempts(clients.sqs(), environment.get("ENGAGEMENTS_QUEUE"));
        this.purchases =
                new PurchaseStarter(rows, new LicenseOrders(clients.stepFunctions(), environment.get("STATE_MACHINE")));
    }

    /** @throws IllegalStateException when a row could not be handed on; the others were, and it comes again next minute */
    @Override
    public Void handleRequest(ScheduledEvent event, Context context) {
        Instant now = Instant.ofEpochMilli(event.getTime().getMillis());
        Log log = Log.of(context);
        Tally tally = new Tally(now);
        int failed = 0;
        Iterator<DueRows.Late> overdue = due.overdue(now).iterator();
        while (overdue.hasNext() && context.getRemainingTimeInMillis() > MILLISECONDS_TO_END) {
            DueRows.Late late = overdue.next();
            tally.finds(late.due());
            try {
                lookAt(late.key(), now, tally, context);
            } catch (RuntimeException failure) {
                log.error(late.key(), "an overdue row could not be handed on", failure);
                failed++;
            }
        }
        metrics.write(context, now, tally.figures());
        if (failed > 0) throw new IllegalStateException(failed + " overdue rows could not be handed on");
        return null;
    }

    /** A row may be late with more than one thing; what is done about each moves its deadline on. */
    private void lookAt(RowKey key, Instant now, Tally tally, Context context) {
        Messages.untilUndisturbed(() -> {
            Optional<? extends WorkedRow> row = rows.worked(key);
            row.ifPresent(found -> see(found, tally, context));
            while (row.isPresent()) row = act(row.get().overdue(now), now, context);
        });
    }

    private static void see(WorkedRow row, Tally tally, Context context) {
        tally.sees(row);
        if (tally.isUnanswered(row)) Log.of(context).info(row.key(), "a purchase has waited for the vendor for a day");
    }

    /** @return the row as it is then; empty when it was not late */
    private Optional<? extends WorkedRow> act(Overdue<? extends WorkedRow> overdue, Instant now, Context context) {
        return switch (overdue) {
            case Overdue.Nothing<?>() -> Optional.empty();
            case Overdue.Watch<?>(WorkedRow row) -> Optional.of(rows.save(row));
            case Overdue.Begin<?>(OrderRow row) -> handedOver(rows.save(row), saved -> accepted.send(saved.id()));
            case Overdue.Begin<?>(PurchaseRow row) -> Optional.of(purchases.start(row));
            case Overdue.Begin<?>(ExportRow row) -> handedOver(rows.save(row), exports::send);
            case Overdue.Begin<?>(CorrectionRow row) -> handedOver(rows.save(row), corrections::send);
            case Overdue.Begin<?>(EngagementRow row) -> handedOver(rows.save(row), engagements::send);
            case Overdue.Begin<?>(WorkedRow row) ->
                throw new IllegalArgumentException("nothing begins with " + row.key());
            case Overdue.Notify<?>(WorkedRow row) -> handedOver(rows.save(row), notices::send);
            case Overdue.GiveUp<?>(WorkedRow row, Notice notice) ->
                handedOver(rows.save(row), saved -> tell(notice, saved, now, context));
            case Overdue.Remind<?>(WorkedRow row) -> Optional.of(rows.save(reminded((EngagementRow) row, now)));
            case Overdue.Verify<?>(WorkedRow row) ->
                handedOver(rows.save((PurchaseRow) row), licensePurchases::askForAccount);
            case Overdue.Expire<?>(WorkedRow row) -> kept((OrderRow) row, now);
            case Overdue.ForgetKeys<?>(WorkedRow row) ->
                handedOver(rows.save((PurchaseRow) row), licensePurchases::forgetKeys);
        };
    }

    /** The order's own row last, so that a crash leaves it, and it is looked at again. */
    private Optional<OrderRow> kept(OrderRow row, Instant now) {
        OrderParts parts = rows.parts(row.id());
        Optional<OrderRow> keptOn = Keeping.keptOn(row, parts, settings.seller().zone(), now);
        if (keptOn.isPresent()) return keptOn.map(rows::save);
        rows.expire(Keeping.givenUp(row, parts), now);
        return Optional.of(rows.save(row.withProgress(row.progress().without(Deadline.KEPT))));
    }

    private EngagementRow reminded(EngagementRow row, Instant now) {
        return FollowUp.reminded(row, settings.teams().team(row.team()), now);
    }

    /** Nobody else hears of a mail to staff that is not sent, and a function that keeps dying is to be looked after. */
    private void tell(Notice notice, WorkedRow row, Instant now, Context context) {
        Log.of(context).error(row.key(), "the mail " + notice.kind() + " was given up: whoever sends it dies");
        if (notice.reader().isStaff()) metrics.staffMailLost(context, now);
    }

    private static <R extends WorkedRow> Optional<R> handedOver(R saved, Consumer<R> handing) {
        handing.accept(saved);
        return Optional.of(saved);
    }
}
