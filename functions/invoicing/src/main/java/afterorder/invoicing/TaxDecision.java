package afterorder.invoicing;

import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Statement;
import afterorder.order.row.WorkedRow;
import afterorder.order.settings.Seller;
import afterorder.order.tax.Tax;
import afterorder.order.tax.TaxChecking;
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

    /**
     * @param row that waits for the invoice
     * @param suppliedAt when what it bills was supplied
     * @param since an invoice has been wanted
     * @return empty when the row has to wait, as it says then
     */
    Optional<Tax> of(WorkedRow row, Instant suppliedAt, Instant since, Order order, Instant now) {
        VatIdRow known = rows.vatId(new OrderId(row.key().orderId()));
        Optional<Tax> tax = TaxChecking.taxOf(suppliedAt, order, known, seller);
        if (tax.isPresent()) return tax;
        VatIdQuestion question = VatIdQuestion.about(order.customer(), seller);
        return switch (check.ask(question)) {
            case VatIdAnswer.Definite answer ->
                proven(row, known.with(new Proof(now, question, answer)), now)
                        .flatMap(proven -> TaxChecking.taxOf(suppliedAt, order, proven, seller));
            case VatIdAnswer.Unavailable unavailable -> {
                rows.save(row.withProgress(TaxChecking.unanswered(row.progress(), since, unavailable, now)));
                yield Optional.empty();
            }
        };
    }

    /** An answer is stored before anything follows from it; one that a crash loses is asked for again. */
    private Optional<VatIdRow> proven(WorkedRow row, VatIdRow answered, Instant now) {
        Proof proof = answered.latest().orElseThrow();
        Optional<Statement> refutation =
                proof.answer().refutation(proof.question().vatId());
        if (refutation.isEmpty()) return Optional.of(rows.save(answered));
        WorkedRow parked = row.withProgress(TaxChecking.refuted(row.progress(), refutation.get(), now));
        rows.saveTogether(List.of(answered, parked));
        return Optional.empty();
    }
}
