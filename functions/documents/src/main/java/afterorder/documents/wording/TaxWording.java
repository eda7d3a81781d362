package afterorder.documents.wording;

import afterorder.order.Customer;
import afterorder.order.billing.Totals;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import java.util.List;
import java.util.Optional;

/** Puts VAT in words, the same in each document and mail. */
public final class TaxWording {
    private final Wording wording;

    public TaxWording(Wording wording) {
        this.wording = wording;
    }

    /** Net, VAT and gross. */
    public List<Fact> totals(Totals totals) {
        return List.of(
                new Fact(wording.text("total.net"), wording.amount(totals.net())),
                new Fact(vat(totals.tax()), wording.amount(totals.vat())),
                new Fact(wording.text("total.gross"), wording.amount(totals.gross())));
    }

    /** Why no VAT is charged. */
    public Optional<String> reason(Tax tax) {
        return tax.isCharged()
                ? Optional.empty()
                : Optional.of(wording.text("tax.reason." + tax.category().key()));
    }

    /** The reason as an invoice must give it: with both VAT IDs where the customer owes the tax. */
    public Optional<String> reason(Tax tax, Seller seller, Customer customer) {
        if (tax.category() != Tax.Category.REVERSE_CHARGE) return reason(tax);
        return reason(tax).map(reason -> wording.text("tax.vat-ids", reason, seller.vatId(), customer.vatId()));
    }

    /** What the tax is called: "VAT 19%". */
    public String vat(Tax tax) {
        return tax.isCharged()
                ? wording.text("total.vat", wording.number(tax.percent()))
                : wording.text("total.vat." + tax.category().key());
    }
}
