package afterorder.intake;

import afterorder.order.Customer;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.ServiceContact;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionView;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.HistoryEntry;
import afterorder.order.row.Parked;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdRow.Decision;
import afterorder.order.tax.VatIdRow.Proof;
import afterorder.order.tax.VatIdStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as {@code GET /orders/{id}} shows it.
 *
 * @param nextLines where more of its lines are; absent when these are all
 * @param vatIdCheck absent where the tax does not depend on a VAT ID
 * @param returnedMails the latest mails of each part that came back, or whose readers complained
 * @param history the latest of what happened
 */
record OrderView(
        OrderId id,
        Instant receivedAt,
        String status,
        Customer customer,
        @Nullable ServiceContact serviceContact,
        List<JsonNode> lines,
        @Nullable String nextLines,
        ConfirmationView confirmation,
        List<PurchaseView> purchases,
        List<ServiceView> services,
        @Nullable VatIdCheckView vatIdCheck,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CorrectionView> corrections,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReturnedMailView> returnedMails,
        List<HistoryEntry> history) {

    /** So that the answer stays small, also of an order whose forty purchases were moved again and again. */
    private static final int LONGEST_HISTORY = 1_000;

    record ConfirmationView(
            Confirmation.Status status,
            @Nullable String number,
            @Nullable Instant sentAt,
            Parked.@Nullable Told parked) {}

    /** @param beginsAt when a purchase of a later date begins; absent once it has begun, or is about to */
    record PurchaseView(
            String part,
            PurchaseRow.Status status,
            Parked.@Nullable Told parked,
            LocalDate purchaseOn,
            @Nullable Instant beginsAt,
            List<Integer> lines,
            ContactView technicalContact,
            @Nullable InvoiceView invoice,
            @Nullable NumberView deliveryNote) {}

    /** @param account what the vendor said; absent before the purchase */
    record ContactView(Email email, ContactAccount.@Nullable Status account) {}

    record InvoiceView(
            String number,
            LocalDate issuedOn,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total) {}

    record NumberView(String number) {}

    /**
     * @param askedAt when the latest answer was given
     * @param requestId under which the register finds it again
     */
    record VatIdCheckView(
            VatIdStatus status,
            @Nullable Instant askedAt,
            @Nullable String requestId,
            @Nullable Treatment treatment) {}

    static OrderView of(OrderRow row, Order order, OrderParts parts) {
        LinePage first = LinePage.of(row.id(), order, 0);
        return new OrderView(
                row.id(),
                row.receivedAt(),
                status(row, parts),
                order.customer(),
                order.serviceContact(),
                first.lines(),
                first.next(),
                confirmation(row),
                purchaseViews(row, row.asItStands(order), parts.purchases()),
                serviceViews(row, parts.engagements()),
                Tax.dependsOnVatId(order.customer()) ? vatIdCheck(parts.vatId()) : null,
                parts.corrections().stream().map(CorrectionView::of).toList(),
                returnedMails(row, parts),
                history(row, parts));
    }

    private static String status(OrderRow row, OrderParts parts) {
        boolean isParked = row.progress().isParked()
                || parts.worked().anyMatch(part -> part.progress().isParked());
        if (isParked) return "parked";
        if (!row.isSent() || !parts.haveEnded()) return "open";
        return parts.areCancelled() ? "cancelled" : "done";
    }

    private static ConfirmationView confirmation(OrderRow row) {
        Confirmation confirmation = row.confirmation();
        return new ConfirmationView(
                confirmation.status(),
                confirmation.number(),
                confirmation.sentAt(),
                row.progress().told(Language.EN).orElse(null));
    }

    private static VatIdCheckView vatIdCheck(VatIdRow row) {
        Optional<Proof> latest = row.latest();
        return new VatIdCheckView(
                row.status(),
                latest.map(Proof::at).orElse(null),
                latest.map(proof -> proof.answer().register().requestId()).orElse(null),
                Optional.ofNullable(row.decision()).map(Decision::treatment).orElse(null));
    }

    /** Until the confirmation is out, its purchases are plans. */
    private static List<PurchaseView> purchaseViews(OrderRow row, Order order, List<PurchaseRow> purchases) {
        if (row.isDispatched())
            return purchases.stream().map(OrderView::purchase).toList();
        return row.plans().stream().map(plan -> plan(plan, order)).toList();
    }

    private static PurchaseView plan(Plan plan, Order order) {
        return new PurchaseView(
                RowKey.purchasePart(plan.number()),
                plan.calledOff() ? PurchaseRow.Status.CANCELLED : PurchaseRow.Status.SCHEDULED,
                null,
                plan.on(),
                null,
                plan.lines().numbers(),
                new ContactView(order.technicalContact().email(), null),
                null,
                null);
    }

    /** Until the confirmation is out, its engagements are plans. */
    private static List<ServiceView> serviceViews(OrderRow row, List<EngagementRow> engagements) {
        if (row.isDispatched()) return engagements.stream().map(ServiceView::of).toList();
        return row.engagements().stream()
                .map(plan -> ServiceView.of(plan, row.amendments().commissioning()))
                .toList();
    }

    private static PurchaseView purchase(PurchaseRow row) {
        ContactAccount.Status account = Optional.ofNullable(row.sale())
                .map(sale -> sale.account().status())
                .orElse(null);
        Optional<Billing> sent = Optional.ofNullable(row.billing()).filter(billing -> billing.sentAt() != null);
        return new PurchaseView(
                row.key().part(),
                row.status(),
                row.progress().told(Language.EN).orElse(null),
                row.purchaseOn(),
                row.beginsAt().orElse(null),
                row.lines().numbers(),
                new ContactView(row.technicalContact().email(), account),
                sent.map(billing -> new InvoiceView(
                                billing.invoiceNumber(),
                                billing.issuedOn(),
                                billing.total().amount()))
                        .orElse(null),
                sent.map(billing -> new NumberView(billing.deliveryNoteNumber()))
                        .orElse(null));
    }

    private static List<ReturnedMailView> returnedMails(OrderRow row, OrderParts parts) {
        return Stream.concat(Stream.of(row), parts.worked())
                .flatMap(part -> part.progress().returned().stream()
                        .map(mail -> ReturnedMailView.of(part.key().part(), mail)))
                .sorted(Comparator.comparing(ReturnedMailView::at))
                .toList();
    }

    private static List<HistoryEntry> history(OrderRow row, OrderParts parts) {
        Stream<HistoryEntry> ofParts = parts.worked().flatMap(part -> part.progress().history().stream()
                .map(entry -> new HistoryEntry(entry.at(), part.key().part() + ": " + entry.what())));
        List<HistoryEntry> all = Stream.concat(row.progress().history().stream(), ofParts)
                .sorted(Comparator.comparing(HistoryEntry::at))
                .toList();
        return all.subList(Math.max(0, all.size() - LONGEST_HISTORY), all.size());
    }
}
