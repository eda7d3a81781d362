package afterorder.order.billing;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Line;
import afterorder.order.Money;
import afterorder.order.ServiceLine;
import afterorder.order.tax.Tax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("S44")
class TotalsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Tax NINETEEN = new Tax(Tax.Category.STANDARD, new BigDecimal("19"));

    @Example
    void are_right_to_the_cent() {
        Totals totals = Totals.of(List.of(line("3", "0.15"), line("2.5", "1440.01")), NINETEEN, EURO);
        assertThat(totals.net()).isEqualTo(euros("3600.48"));
        assertThat(totals.vat()).isEqualTo(euros("684.09"));
        assertThat(totals.gross()).isEqualTo(euros("4284.57"));
    }

    @Property
    void add_up_whatever_is_ordered(@ForAll("lines") List<Line> lines) {
        Totals totals = Totals.of(lines, NINETEEN, EURO);
        BigDecimal net = lines.stream()
                .map(line -> line.count().multiply(line.unitPrice()).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(totals.net().amount()).isEqualByComparingTo(net);
        assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.vat()));
        BigDecimal exactVat = net.multiply(new BigDecimal("0.19"));
        assertThat(totals.vat().amount().subtract(exactVat).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void charge_nothing_where_the_customer_owes_the_tax_or_nobody(
            @ForAll("lines") List<Line> lines, @ForAll("uncharged") Tax tax) {
        Totals totals = Totals.of(lines, tax, EURO);
        assertThat(totals.vat()).isEqualTo(Money.zero(EURO));
        assertThat(totals.gross()).isEqualTo(totals.net());
        assertThat(totals.net()).isEqualTo(Totals.of(lines, NINETEEN, EURO).net());
    }

    @Property
    void are_the_same_however_the_lines_are_ordered(@ForAll("lines") List<Line> lines) {
        assertThat(Totals.of(lines.reversed(), NINETEEN, EURO)).isEqualTo(Totals.of(lines, NINETEEN, EURO));
    }

    @Provide
    Arbitrary<Tax> uncharged() {
        return Arbitraries.of(Tax.Category.REVERSE_CHARGE, Tax.Category.NOT_TAXABLE)
                .map(category -> new Tax(category, BigDecimal.ZERO));
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> quantity = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(3)
                .map(BigDecimal::toPlainString);
        Arbitrary<String> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                .ofScale(2)
                .map(BigDecimal::toPlainString);
        return Combinators.combine(quantity, price)
                .as(TotalsTest::line)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Line line(String quantity, String price) {
        return new ServiceLine("consulting", "Workshop", new BigDecimal(quantity), "day", new BigDecimal(price));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), EURO);
    }
}
