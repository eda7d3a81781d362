package afterorder.invoicing;

import afterorder.aws.MailRefused;
import afterorder.aws.Numbers;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.documents.mail.CorrectionMails;
import afterorder.documents.mail.Mail;
import afterorder.order.DocumentKind;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.billing.Invoice;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Issue;
import afterorder.order.correction.Wanted;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.purchase.Sale;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The steps of correcting an invoice: tax, number, document, mail, in an order that a crash anywhere leaves repeatable. */
final class Correcting {
    private final Seller seller;
    private final Rows rows;
    private final Orders orders;
    private final IssuedInvoices invoices;
    private final TaxDecision taxes;
    private final Numbers numbers;
    private final Papers papers;
    private final CorrectionMails mails;
    private final OrderMails sender;

    Correcting(
            Seller seller,
            Rows rows,
            Orders orders,
            IssuedInvoices invoices,
            TaxDecision taxes,
            Numbers numbers,
            Papers papers,
            OrderMails sender) {
        this.seller = seller;
        this.rows = rows;
        this.orders = orders;
        this.invoices = invoices;
        this.taxes = taxes;
        this.numbers = numbers;
        this.papers = papers;
        this.mails = new CorrectionMails(seller);
        this.sender = sender;
    }

    void correct(RowKey key, int attempt, Instant now) {
        CorrectionRow row = rows.correction(key).orElseThrow(() -> new IllegalStateException("there is no row " + key));
        if (!row.mayBeIssuedBy(attempt)) return;
        Orders.Placed placed = orders.find(row.orderId()).orElseThrow();
        if (row.issue() != null) deliver(row, placed, now);
        else tax(row, placed.order(), now).ifPresent(tax -> deliver(numbered(row, tax, now), placed, now));
    }

    /** Empty when the row has to wait for what a register says of another VAT ID. */
    private Optional<Tax> tax(CorrectionRow row, Order order, Instant now) {
        return switch (row.wanted()) {
            case Wanted.Cancellation cancellation -> Optional.of(invoices.tax(cancellation.invoice()));
            case Wanted.Replacement replacement -> {
                Sale sale = Objects.requireNonNull(
                        invoices.purchase(replacement.invoice()).sale(), "it has no sale");
                yield taxes.of(
                        row, sale.purchasedAt(), row.wantedAt(), order.withCustomer(replacement.customer()), now);
            }
        };
    }

    private CorrectionRow numbered(CorrectionRow row, Tax tax, Instant now) {
        LocalDate today = seller.dateAt(now);
        DocumentKind kind = row.wanted().document();
        return numbers.take(
                List.of(kind),
                today.getYear(),
                taken -> row.numbered(new Issue(taken.get(kind), today, tax, null, null), now),
                taken -> kind == DocumentKind.INVOICE ? List.of(InvoiceRow.of(taken.get(kind), row.key())) : List.of());
    }

    private void deliver(CorrectionRow row, Orders.Placed placed, Instant now) {
        Invoice invoice = invoices.made(row, placed.order());
        Papers.Kept kept = papers.keep(invoice);
        CorrectionRow mailing = rows.save(row.mailing(now));
        Mail mail = mails.corrected(invoice, papers.forms(kept, now));
        try {
            sender.send(MailId.of(mailing.key(), OrderMail.CORRECTION), mail, placed.row(), now);
        } catch (MailRefused refused) {
            rows.save(mailing.parked(Phrase.INVOICE_MAIL_REFUSED.with(refused.getMessage()), now));
            return;
        }
        rows.record(
                mailing,
                current -> current.status() == CorrectionRow.Status.SENT
                        ? Optional.empty()
                        : Optional.of(current.sent(kept.missing(), now)));
    }
}
