package afterorder.order.billing;

import afterorder.order.LicenseLine;
import afterorder.order.Money;
import afterorder.order.Order;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Sale;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** A purchase with its order: what its invoice and its delivery note say, and nothing else than was purchased (S45). */
public record BilledPurchase(PurchaseRow row, Order order, Seller seller) {

    /** What is to be paid: gross. */
    public Money total(Tax tax) {
        return totals(tax).gross();
    }

    /**
     * @param entitlements what was sold, for how long it runs
     * @throws NullPointerException before the purchase has its numbers
     */
    public Invoice invoice(List<Entitlement> entitlements) {
        Billing billing = Objects.requireNonNull(row.billing(), "the purchase has no invoice number yet");
        return new Invoice(
                row.orderId(),
                billing.invoiceNumber(),
                billing.issuedOn(),
                Optional.of(billing.issuedOn().plusDays(seller.paymentDays())),
                seller.dateAt(sale().purchasedAt()),
                billing.deliveryNoteNumber(),
                order,
                licenses(),
                Period.byLine(billed(entitlements)),
                totals(billing.tax()),
                Optional.empty());
    }

    /**
     * Of what was sold it lists what is billed: staff may have accepted a sale with something in it that nobody ordered.
     *
     * @throws NullPointerException before the purchase has its numbers
     */
    public DeliveryNote deliveryNote(List<Entitlement> entitlements) {
        Billing billing = Objects.requireNonNull(row.billing(), "the purchase has no delivery note number yet");
        return new DeliveryNote(
                row.orderId(),
                billing.deliveryNoteNumber(),
                billing.issuedOn(),
                seller.dateAt(sale().purchasedAt()),
                billing.invoiceNumber(),
                order,
                billed(entitlements));
    }

    private List<Entitlement> billed(List<Entitlement> entitlements) {
        SortedMap<Integer, LicenseLine> licenses = licenses();
        return entitlements.stream()
                .filter(entitlement -> licenses.containsKey(entitlement.line()))
                .toList();
    }

    private Totals totals(Tax tax) {
        return Totals.of(licenses().values(), tax, order.currency());
    }

    private SortedMap<Integer, LicenseLine> licenses() {
        return row.lines().of(order);
    }

    private Sale sale() {
        return Objects.requireNonNull(row.sale(), "the purchase is not made yet");
    }
}
