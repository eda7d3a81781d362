package afterorder.invoicing;

import static afterorder.order.DocumentKind.DELIVERY_NOTE;
import static afterorder.order.DocumentKind.INVOICE;

import afterorder.aws.EntitlementStore;
import afterorder.aws.LinkMaker;
import afterorder.aws.MailRefused;
import afterorder.aws.Mailer;
import afterorder.aws.Numbers;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.documents.PdfDocuments;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.Mails;
import afterorder.documents.mail.Mails.Registered;
import afterorder.order.DocumentKind;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Tax;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The steps of billing a purchase: numbers, documents, mail, in an order that a crash anywhere leaves repeatable. */
final class PurchaseBilling {
    private final Seller seller;
    private final PdfDocuments pdfs;
    private final Mails mails;
    private final TaxDecision taxes;
    private final Rows rows;
    private final Orders orders;
    private final Numbers numbers;
    private final EntitlementStore entitlements;
    private final ObjectStore documents;
    private final LinkMaker links;
    private final Mailer mailer;

    PurchaseBilling(
            Settings settings,
            TaxDecision taxes,
            Rows rows,
            Orders orders,
            Numbers numbers,
            EntitlementStore entitlements,
            ObjectStore documents,
            LinkMaker links,
            Mailer mailer) {
        this.seller = settings.seller();
        this.pdfs = new PdfDocuments(settings.seller(), settings.catalog());
        this.mails = new Mails(settings.seller(), settings.catalog());
        this.taxes = taxes;
        this.rows = rows;
        this.orders = orders;
        this.numbers = numbers;
        this.entitlements = entitlements;
        this.documents = documents;
        this.links = links;
        this.mailer = mailer;
    }

    /** Makes a document that nobody gets. */
    void prime() {
        pdfs.prime();
    }

    void bill(RowKey key, int attempt, Instant now) {
        PurchaseRow row = rows.purchase(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
        if (!BillingSteps.mayBeBilledBy(row, attempt)) return;
        Order order = orders.find(row.orderId()).orElseThrow().asItStands();
        if (row.billing() != null) {
            deliver(row, order, now);
            return;
        }
        taxes.of(row, order, now)
                .ifPresent(tax -> deliver(numbered(new BilledPurchase(row, order, seller), tax, now), order, now));
    }

    private void deliver(PurchaseRow row, Order order, Instant now) {
        BilledPurchase billed = new BilledPurchase(row, order, seller);
        List<Entitlement> sold = entitlements.readAll(row.sale().entitlementObjects());
        Invoice invoice = billed.invoice(sold);
        DeliveryNote deliveryNote = billed.deliveryNote(sold);
        keep(INVOICE, row.orderId(), invoice.number(), pdfs.invoice(invoice));
        keep(DELIVERY_NOTE, row.orderId(), deliveryNote.number(), pdfs.deliveryNote(deliveryNote));
        PurchaseRow mailing = rows.save(BillingSteps.mailing(row, now));
        Registered registered =
                new Registered(row.technicalContact(), row.sale().account().status());
        try {
            mail(invoice, deliveryNote, registered, now);
        } catch (MailRefused refused) {
            rows.save(mailing.parked(Phrase.INVOICE_MAIL_REFUSED.with(refused.getMessage()), now));
            return;
        }
        Optional<Statement> refusal = tellContact(invoice, deliveryNote, registered, now);
        rows.record(
                mailing,
                current -> current.status() == PurchaseRow.Status.PURCHASED
                        ? Optional.of(invoiced(current, refusal, now))
                        : Optional.empty());
    }

    private static PurchaseRow invoiced(PurchaseRow row, Optional<Statement> refusal, Instant now) {
        PurchaseRow invoiced = BillingSteps.invoiced(row, now);
        return refusal.map(reason -> BillingSteps.contactUntold(invoiced, reason, now))
                .orElse(invoiced);
    }

    private PurchaseRow numbered(BilledPurchase purchase, Tax tax, Instant now) {
        LocalDate today = seller.dateAt(now);
        return numbers.take(List.of(INVOICE, DELIVERY_NOTE), today.getYear(), taken -> {
            var billing = new Billing(
                    taken.get(INVOICE), taken.get(DELIVERY_NOTE), today, purchase.total(tax), tax, null, null);
            return BillingSteps.numbered(purchase.row(), billing, now);
        });
    }

    private void keep(DocumentKind kind, OrderId id, String number, PdfFile pdf) {
        documents.keep(kind.objectKey(id, number), pdf.bytes(), "application/pdf");
    }

    private void mail(Invoice invoice, DeliveryNote deliveryNote, Registered registered, Instant now) {
        URI toInvoice = links.linkTo(INVOICE.objectKey(invoice.orderId(), invoice.number()), invoice.orderId(), now);
        URI toDeliveryNote =
                links.linkTo(DELIVERY_NOTE.objectKey(invoice.orderId(), deliveryNote.number()), invoice.orderId(), now);
        mails.purchased(invoice, deliveryNote, registered, toInvoice, toDeliveryNote)
                .forEach(mail -> send(mail, now));
    }

    /** The technical contact's mail holds up nothing. @return why it was refused */
    private Optional<Statement> tellContact(
            Invoice invoice, DeliveryNote deliveryNote, Registered registered, Instant now) {
        try {
            mails.purchasedForContact(invoice, deliveryNote, registered).ifPresent(mail -> send(mail, now));
            return Optional.empty();
        } catch (MailRefused refused) {
            return Optional.of(Phrase.MAIL_REFUSED.with(refused.getMessage()));
        }
    }

    private void send(Mail mail, Instant now) {
        mailer.send(mail.to(), mail.mime(seller.name(), mailer.sender(), now));
    }
}
