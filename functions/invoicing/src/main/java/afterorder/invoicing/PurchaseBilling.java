package afterorder.invoicing;

import static afterorder.order.DocumentKind.DELIVERY_NOTE;
import static afterorder.order.DocumentKind.INVOICE;

import afterorder.aws.EntitlementStore;
import afterorder.aws.MailRefused;
import afterorder.aws.Numbers;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.PurchasedMails;
import afterorder.documents.mail.PurchasedMails.Registered;
import afterorder.order.Amendments;
import afterorder.order.Money;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.KeyDeletion;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The steps of billing a purchase: numbers, documents, mail, in an order that a crash anywhere leaves repeatable. */
final class PurchaseBilling {
    private final Seller seller;
    private final PurchasedMails mails;
    private final TaxDecision taxes;
    private final Rows rows;
    private final Orders orders;
    private final Numbers numbers;
    private final EntitlementStore entitlements;
    private final Papers papers;
    private final OrderMails sender;

    PurchaseBilling(
            Settings settings,
            TaxDecision taxes,
            Rows rows,
            Orders orders,
            Numbers numbers,
            EntitlementStore entitlements,
            Papers papers,
            OrderMails sender) {
        this.seller = settings.seller();
        this.mails = new PurchasedMails(settings.seller(), settings.catalog());
        this.taxes = taxes;
        this.rows = rows;
        this.orders = orders;
        this.numbers = numbers;
        this.entitlements = entitlements;
        this.papers = papers;
        this.sender = sender;
    }

    /** Ends without effect where there is nothing that this attempt may bill. */
    void bill(RowKey key, int attempt, Instant now) {
        rows.purchase(key)
                .filter(row -> BillingSteps.mayBeBilledBy(row, attempt))
                .ifPresent(row -> bill(row, now));
    }

    private void bill(PurchaseRow row, Instant now) {
        Orders.Placed placed = orders.find(row.orderId()).orElseThrow();
        if (row.billing() != null) deliver(row, placed, now);
        else tax(row, placed, now).ifPresent(tax -> deliver(numbered(row, placed, tax, now), placed, now));
    }

    private Optional<Tax> tax(PurchaseRow row, Orders.Placed placed, Instant now) {
        Instant purchasedAt = row.sale().purchasedAt();
        return taxes.of(row, purchasedAt, purchasedAt, placed.order(), now);
    }

    private void deliver(PurchaseRow row, Orders.Placed placed, Instant now) {
        BilledPurchase billed =
                new BilledPurchase(row, row.billing().amendments().of(placed.order()), seller);
        List<Entitlement> sold = entitlements.readAll(row.sale().entitlementObjects());
        Invoice invoice = billed.invoice(sold);
        DeliveryNote deliveryNote = billed.deliveryNote(sold);
        Papers.Kept kept = papers.keep(invoice);
        Papers.KeptNote note = papers.keep(deliveryNote);
        PurchaseRow mailing = rows.save(BillingSteps.mailing(row, now));
        Registered registered =
                new Registered(row.technicalContact(), row.sale().account().status());
        BiConsumer<OrderMail, Mail> sending =
                (kind, mail) -> sender.send(MailId.of(row.key(), kind), mail, placed.row(), now);
        try {
            mail(kept, note, registered, sending, now);
        } catch (MailRefused refused) {
            rows.save(mailing.parked(Phrase.INVOICE_MAIL_REFUSED.with(refused.getMessage()), now));
            return;
        }
        Optional<Statement> refusal = tellContact(invoice, deliveryNote, registered, sending);
        List<String> missing = Stream.concat(kept.missing().stream(), note.missing().stream())
                .distinct()
                .toList();
        rows.record(
                mailing,
                current -> current.status() == PurchaseRow.Status.PURCHASED
                        ? Optional.of(
                                KeyDeletion.awaited(invoiced(current, missing, refusal, now), sold, seller.zone()))
                        : Optional.empty());
    }

    private static PurchaseRow invoiced(
            PurchaseRow row, List<String> missing, Optional<Statement> refusal, Instant now) {
        PurchaseRow invoiced = BillingSteps.unprintable(BillingSteps.invoiced(row, now), missing, now);
        return refusal.map(reason -> BillingSteps.contactUntold(invoiced, reason, now))
                .orElse(invoiced);
    }

    private PurchaseRow numbered(PurchaseRow row, Orders.Placed placed, Tax tax, Instant now) {
        LocalDate today = seller.dateAt(now);
        Amendments amendments = placed.row().amendments();
        Money total = new BilledPurchase(row, placed.asItStands(), seller).total(tax);
        return numbers.take(
                List.of(INVOICE, DELIVERY_NOTE),
                today.getYear(),
                taken -> {
                    var billing = new Billing(
                            taken.get(INVOICE), taken.get(DELIVERY_NOTE), today, total, tax, amendments, null, null);
                    return BillingSteps.numbered(row, billing, now);
                },
                taken -> List.of(InvoiceRow.of(taken.get(INVOICE), row.key())));
    }

    private void mail(
            Papers.Kept kept,
            Papers.KeptNote note,
            Registered registered,
            BiConsumer<OrderMail, Mail> sending,
            Instant now) {
        List<Mail> made = mails.purchased(
                kept.invoice(), note.note(), registered, papers.forms(kept, now), papers.link(note, now));
        boolean isOne = made.size() == 1;
        sending.accept(isOne ? OrderMail.PAPERS : OrderMail.INVOICE, made.getFirst());
        if (!isOne) sending.accept(OrderMail.DELIVERY_NOTE, made.getLast());
    }

    /** The technical contact's mail holds up nothing. @return why it was refused */
    private Optional<Statement> tellContact(
            Invoice invoice, DeliveryNote deliveryNote, Registered registered, BiConsumer<OrderMail, Mail> sending) {
        try {
            mails.purchasedForContact(invoice, deliveryNote, registered)
                    .ifPresent(mail -> sending.accept(OrderMail.PURCHASED, mail));
            return Optional.empty();
        } catch (MailRefused refused) {
            return Optional.of(Phrase.MAIL_REFUSED.with(refused.getMessage()));
        }
    }
}
