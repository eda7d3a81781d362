package afterorder.documents;

import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.Request;
import afterorder.order.correction.Wanted;
import afterorder.order.feedback.Feedback;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.purchase.Sale;
import afterorder.order.purchase.VendorOrder;
import afterorder.order.row.Progress;
import afterorder.order.row.WorkedRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first purchase of an order, in states that its mails tell of. It has all lines of the order. */
public final class SamplePurchase {
    public static final Instant NOW = Instant.parse("2026-11-23T08:15:30Z");

    private final Order order;

    public SamplePurchase(SampleOrder order) {
        this.order = order.order();
    }

    /** A notice, and a row that owes it. */
    public record Owed(Notice notice, WorkedRow row) {}

    /** What takes the invoice back, whose mail was refused. */
    public CorrectionRow correction() {
        Wanted wanted = new Wanted.Cancellation("R-2026-00017", LineSelection.all(order), "The name was wrong.");
        return CorrectionRow.wanted(SampleOrder.ID, new Request("4R7X9M2Q4T8WZ", "-"), wanted, NOW)
                .parked(Phrase.INVOICE_MAIL_REFUSED.with("suppressed"), NOW);
    }

    /** Every kind of notice, some twice, each with a row as it is then. */
    public List<Owed> everyNotice() {
        LocalDate today = SampleOrder.TODAY;
        PurchaseRow deviating = parked(deviating(), Phrase.DEVIATING.with(), Phrase.LINE_USERS.with(1, 500, 250));
        PurchaseRow silent = parked(asked(), Phrase.VENDOR_SILENT.with());
        return Stream.of(
                        new Owed(new Notice.Moved(1, today, today.plusDays(22)), scheduled()),
                        new Owed(new Notice.CalledOff(1, today), received()),
                        new Owed(
                                new Notice.ContactChanged(
                                        List.of(1, 2), order.technicalContact().email()),
                                received()),
                        new Owed(
                                new Notice.VerificationReminder(3),
                                purchased(ContactAccount.Status.VERIFICATION_PENDING)),
                        new Owed(
                                new Notice.VerificationReminder(7),
                                purchased(ContactAccount.Status.VERIFICATION_PENDING)),
                        new Owed(new Notice.Unverified(), purchased(ContactAccount.Status.UNVERIFIED)),
                        new Owed(new Notice.Parked(deviating.progress().parked().reason()), deviating),
                        new Owed(new Notice.Parked(silent.progress().parked().reason()), silent),
                        new Owed(
                                new Notice.Parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("not verified")),
                                received().parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("not verified"), NOW)),
                        new Owed(new Notice.Parked(Phrase.INVOICE_MAIL_REFUSED.with("suppressed")), correction()),
                        new Owed(new Notice.DeskTask(1), commissioned()),
                        new Owed(new Notice.DeskReminder(), commissioned()),
                        new Owed(new Notice.DeskEscalation(), commissioned()),
                        new Owed(new Notice.Unprintable("AB-2026-00017", List.of("株", "🚀")), received()),
                        new Owed(newLink(), received()),
                        new Owed(new Notice.Redelivered(newLink().document(), NOW), received()),
                        new Owed(
                                new Notice.Returned(
                                        "confirmation",
                                        Feedback.What.BOUNCED,
                                        Phrase.MAIL_BOUNCED.with("smtp; 550 5.1.1 user unknown"),
                                        new Email("orders@muster.example"),
                                        new Email("einkauf@muster.example")),
                                received()),
                        new Owed(
                                new Notice.Returned(
                                        "purchased",
                                        Feedback.What.COMPLAINED,
                                        Phrase.MAIL_COMPLAINED.with("abuse"),
                                        new Email("ada@muster.example"),
                                        null),
                                purchased(ContactAccount.Status.VERIFICATION_PENDING)),
                        new Owed(
                                new Notice.Undelivered(
                                        "new-link",
                                        Phrase.MAIL_REFUSED.with("suppressed"),
                                        newLink().document().reader()),
                                received()),
                        new Owed(
                                new Notice.Undelivered(
                                        "moved", Phrase.MAIL_REFUSED.with("Address is on the suppression list")),
                                scheduled()),
                        new Owed(
                                new Notice.Undelivered(
                                        "purchased", Phrase.MAIL_REFUSED.with("Address is on the suppression list")),
                                purchased(ContactAccount.Status.VERIFICATION_PENDING)))
                .toList();
    }

    /** To the delivery note, for whom it was addressed to. */
    public Notice.NewLink newLink() {
        String objectKey = DocumentKind.DELIVERY_NOTE.objectKey(SampleOrder.ID, "L-2026-00017");
        Email reader = new Email("licenses@muster.example");
        return new Notice.NewLink(new Target.Document(objectKey, reader, order.language()), NOW);
    }

    /** The order's row before the dispatch: one purchase for each date. */
    public OrderRow received() {
        return OrderRow.received(SampleOrder.ID, "shop", "hash", order, Settings.seller(), Settings.teams(), NOW);
    }

    public PurchaseRow scheduled() {
        return row(Status.SCHEDULED, new VendorOrder(1, null, null, null, null, 0, null), null);
    }

    /** Whether it was sold is not known. */
    public PurchaseRow asked() {
        return row(Status.PURCHASING, new VendorOrder(1, NOW, null, null, null, 0, null), null);
    }

    /** The vendor sold something else. */
    public PurchaseRow deviating() {
        return row(
                Status.PURCHASING,
                new VendorOrder(
                        1,
                        NOW,
                        new VendorOrder.ReadBack(Account.EXISTING, List.of("1.json"), null),
                        new LineSelection(List.of("1"), Map.of()),
                        null,
                        0,
                        null),
                null);
    }

    /** Refused: the next reference has not been used. */
    public PurchaseRow refused() {
        return row(Status.PURCHASING, new VendorOrder(2, null, null, null, null, 0, null), null);
    }

    /** A person of the desk has to buy. */
    public PurchaseRow commissioned() {
        return DeskSteps.commissioned(asked(), NOW.plus(Duration.ofHours(4)), NOW.plus(Duration.ofHours(8)), NOW);
    }

    public PurchaseRow purchased(ContactAccount.Status account) {
        Sale sale = new Sale(NOW, new ContactAccount(account, 0), List.of("1.json"), null);
        return row(Status.PURCHASED, new VendorOrder(1, NOW, null, null, null, 0, null), sale);
    }

    public static PurchaseRow parked(PurchaseRow row, Statement reason, Statement... details) {
        return row.parked(reason, List.of(details), NOW);
    }

    private PurchaseRow row(Status status, VendorOrder vendor, @Nullable Sale sale) {
        Plan plan = new Plan(1, SampleOrder.TODAY, LineSelection.all(order), false);
        return new PurchaseRow(
                SampleOrder.ID,
                plan.number(),
                1,
                status,
                plan.on(),
                plan.lines(),
                order.technicalContact(),
                vendor,
                sale,
                null,
                Progress.begun("planned", NOW));
    }
}
