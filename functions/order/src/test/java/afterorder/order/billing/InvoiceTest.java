package afterorder.order.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Customer;
import afterorder.order.Line;
import afterorder.order.Money;
import afterorder.order.Order;
import afterorder.order.TestOrders;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What corrects an invoice. */
@Tag("S44")
class InvoiceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = TODAY.plusDays(9);
    private static final Tax TAX = new Tax(Category.STANDARD, new BigDecimal("19"));

    @Property
    void cancelled_wholly_is_the_same_to_the_cent_with_the_other_sign(@ForAll("invoices") Invoice invoice) {
        Invoice cancellation = invoice.cancelledBy("S-1", LATER, invoice.lines().keySet(), "wrong");
        assertThat(negated(cancellation.totals().net()))
                .isEqualTo(invoice.totals().net());
        assertThat(negated(cancellation.totals().vat()))
                .isEqualTo(invoice.totals().vat());
        assertThat(negated(cancellation.totals().gross()))
                .isEqualTo(invoice.totals().gross());
        assertThat(cancellation.correction())
                .contains(new Correction.Cancels(new Correction.Reference("R-1", TODAY), "wrong", true));
    }

    @Property
    void cancelled_line_by_line_nothing_of_it_is_left(@ForAll("invoices") Invoice invoice) {
        Money left = invoice.totals().net();
        for (int line : invoice.lines().keySet()) {
            Invoice correction = invoice.cancelledBy("S-" + line, LATER, Set.of(line), "wrong");
            assertThat(correction.lines()).containsOnlyKeys(line);
            assertThat(((Correction.Cancels) correction.correction().orElseThrow()).wholly())
                    .isEqualTo(invoice.lines().size() == 1);
            left = left.plus(correction.totals().net());
        }
        assertThat(left).isEqualTo(Money.zero(left.currency()));
    }

    @Example
    void cancels_no_line_that_it_does_not_have() {
        Invoice invoice = invoice(List.of(TestOrders.license(1, null)));
        assertThatThrownBy(() -> invoice.cancelledBy("S-1", LATER, Set.of(7), "wrong"))
                .hasMessageContaining("no line 7");
    }

    @Example
    void replaced_is_the_same_but_for_customer_number_and_dates() {
        Invoice invoice = invoice(List.of(TestOrders.license(2, null)));
        Customer wrong = invoice.order().customer();
        Customer right = new Customer(wrong.number(), "Muster SE", wrong.email(), null, null, null, wrong.address());
        Invoice replacement = invoice.replacedBy("R-2", LATER, LATER.plusDays(14), right, TAX, "the name");
        assertThat(replacement.order().customer()).isEqualTo(right);
        assertThat(replacement.totals()).isEqualTo(invoice.totals());
        assertThat(replacement.lines()).isEqualTo(invoice.lines());
        assertThat(replacement.purchasedOn()).isEqualTo(invoice.purchasedOn());
        assertThat(replacement.isCancellation()).isFalse();
        assertThat(replacement.cancelledBy("S-1", LATER, Set.of(1), "again").correction())
                .contains(new Correction.Cancels(new Correction.Reference("R-2", LATER), "again", true));
    }

    @Provide
    Arbitrary<Invoice> invoices() {
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.longs().between(1, 99_999_999))
                .as((quantity, cents) -> TestOrders.license(quantity, BigDecimal.valueOf(cents, 2), null));
        return lines.list().ofMinSize(1).ofMaxSize(30).map(InvoiceTest::invoice);
    }

    private static Invoice invoice(List<Line> lines) {
        Order order = TestOrders.orderOf(new ArrayList<>(lines));
        SortedMap<Integer, Period> periods = new TreeMap<>();
        order.licenses().keySet().forEach(line -> periods.put(line, new Period(TODAY, TODAY.plusYears(1))));
        return new Invoice(
                TestOrders.ID,
                "R-1",
                TODAY,
                Optional.of(TODAY.plusDays(14)),
                TODAY,
                "L-1",
                order,
                order.licenses(),
                periods,
                Totals.of(order.licenses().values(), TAX, order.currency()),
                Optional.empty());
    }

    private static Money negated(Money money) {
        return money.times(BigDecimal.ONE.negate());
    }
}
