package afterorder.invoicing;

import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.Statement;
import afterorder.order.billing.TaxChecking;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import afterorder.order.tax.VatIdAnswer;
import afterorder.order.tax.VatIdCheck;
import afterorder.order.tax.VatIdQuestion;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdRow.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides the tax of an invoice before it takes its number; where that depends on a VAT ID, the register is asked. */
final class TaxDecision {
    private final Rows rows;
    private final VatIdCheck check;
    private final Seller seller;

    TaxDecision(Rows rows, VatIdCheck check, Seller seller) {
        this.rows = rows;
        this.check = check;
        this.seller = seller;
    }

    /** @return empty when the purchase has to wait, as its row says then */
    Optional<Tax> of(PurchaseRow row, Order order, Instant now) {
        VatIdRow known = rows.vatId(row.orderId());
        Optional<Tax> tax = TaxChecking.taxOf(row, order, known, seller);
        return tax.isPresent() ? tax : asked(row, order, known, now);
    }

    /** An answer is stored before anything follows from it; one that a crash loses is asked for again. */
    private Optional<Tax> asked(PurchaseRow row, Order order, VatIdRow known, Instant now) {
        VatIdQuestion question = VatIdQuestion.about(order.customer(), seller);
        return switch (check.ask(question)) {
            case VatIdAnswer.Definite answer -> {
                VatIdRow proven = known.with(new Proof(now, question, answer));
                Optional<Statement> refutation = answer.refutation(question.vatId());
                if (refutation.isEmpty()) yield TaxChecking.taxOf(row, order, rows.save(proven), seller);
                rows.saveTogether(List.of(proven, TaxChecking.refuted(row, refutation.get(), now)));
                yield Optional.empty();
            }
            case VatIdAnswer.Unavailable unavailable -> {
                rows.save(TaxChecking.unanswered(row, unavailable, now));
                yield Optional.empty();
            }
        };
    }
}
