package afterorder.invoicing;

import afterorder.aws.EntitlementStore;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.billing.Invoice;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Issue;
import afterorder.order.correction.Wanted;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Sale;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.Objects;

/** Issued invoices as they were: made of what their rows kept then, whatever has changed since. */
final class IssuedInvoices {
    private final Rows rows;
    private final EntitlementStore entitlements;
    private final Seller seller;

    IssuedInvoices(Rows rows, EntitlementStore entitlements, Seller seller) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.seller = seller;
    }

    /** What was purchased, whose invoice that is or stands in place of. */
    PurchaseRow purchase(String number) {
        RowKey issuer = row(number).issuer();
        return issuer.isPurchase()
                ? rows.purchase(issuer).orElseThrow()
                : purchase(correction(issuer).wanted().invoice());
    }

    /** How it was taxed, as its row kept it. */
    Tax tax(String number) {
        RowKey issuer = row(number).issuer();
        return issuer.isPurchase()
                ? billing(rows.purchase(issuer).orElseThrow()).tax()
                : issue(correction(issuer)).tax();
    }

    /** @param order as it was placed */
    Invoice find(String number, Order order) {
        RowKey issuer = row(number).issuer();
        if (!issuer.isPurchase()) return made(correction(issuer), order);
        PurchaseRow row = rows.purchase(issuer).orElseThrow();
        Sale sale = Objects.requireNonNull(row.sale(), "it has no sale");
        return new BilledPurchase(row, billing(row).amendments().of(order), seller)
                .invoice(entitlements.readAll(sale.entitlementObjects()));
    }

    /** The document of a correction that has its number. */
    Invoice made(CorrectionRow row, Order order) {
        Issue issue = issue(row);
        Invoice original = find(row.wanted().invoice(), order);
        return switch (row.wanted()) {
            case Wanted.Cancellation cancellation ->
                original.cancelledBy(
                        issue.number(), issue.issuedOn(), cancellation.lines().numbers(), cancellation.reason());
            case Wanted.Replacement replacement ->
                original.replacedBy(
                        issue.number(),
                        issue.issuedOn(),
                        issue.issuedOn().plusDays(seller.paymentDays()),
                        replacement.customer(),
                        issue.tax(),
                        replacement.reason());
        };
    }

    private static Billing billing(PurchaseRow row) {
        return Objects.requireNonNull(row.billing(), "it has no invoice");
    }

    private static Issue issue(CorrectionRow row) {
        return Objects.requireNonNull(row.issue(), "the correction has no number yet");
    }

    private InvoiceRow row(String number) {
        return rows.invoice(number).orElseThrow(() -> new IllegalStateException("there is no invoice " + number));
    }

    private CorrectionRow correction(RowKey key) {
        return rows.correction(key).orElseThrow();
    }
}
