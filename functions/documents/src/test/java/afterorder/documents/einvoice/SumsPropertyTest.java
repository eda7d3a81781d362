package afterorder.documents.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.billing.Invoice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is billed: the XML says what the record says, its sums add up, and those who judge it agree. */
@Tag("S44")
class SumsPropertyTest {

    @Property(tries = 200)
    void are_those_of_the_record(@ForAll("orders") SampleOrder order) {
        Invoice invoice = order.invoice();
        String xml = new String(xml(invoice), StandardCharsets.UTF_8);
        List<BigDecimal> lineTotals = amounts(xml, "LineTotalAmount");
        BigDecimal net = lineTotals.removeLast();
        assertThat(lineTotals.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(net);
        assertThat(net).isEqualTo(invoice.totals().net().amount());
        assertThat(amounts(xml, "TaxBasisTotalAmount")).containsExactly(net);
        assertThat(amounts(xml, "BasisAmount")).containsExactly(net);
        assertThat(amounts(xml, "CalculatedAmount")).isEqualTo(amounts(xml, "TaxTotalAmount"));
        assertThat(amounts(xml, "TaxTotalAmount"))
                .containsExactly(invoice.totals().vat().amount());
        assertThat(amounts(xml, "GrandTotalAmount"))
                .containsExactly(net.add(invoice.totals().vat().amount()));
        assertThat(amounts(xml, "DuePayableAmount"))
                .containsExactly(invoice.totals().gross().amount());
    }

    @Property(tries = 25)
    void please_the_judges(@ForAll("orders") SampleOrder order) throws Exception {
        assertThat(Judges.complaints(xml(order.invoice()), Profile.EN_16931)).isEmpty();
    }

    @Provide
    Arbitrary<SampleOrder> orders() {
        Arbitrary<List<String>> customers = Arbitraries.of(
                List.of("DE", "DE136695976"), List.of("FR", "FR83404833048"), List.of("CH", "CHE-123.456.789 MWST"));
        return Combinators.combine(customers, lines().list().ofMinSize(1).ofMaxSize(30))
                .as((customer, lines) -> {
                    SampleOrder order = SampleOrder.anOrder().seatedIn("Anywhere", customer.get(0), customer.get(1));
                    lines.forEach(order::with);
                    return order;
                });
    }

    private static Arbitrary<LicenseLine> lines() {
        Arbitrary<Integer> quantities = Arbitraries.integers().between(1, 1_000);
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999.99"))
                .ofScale(2);
        return Combinators.combine(quantities, prices).as(SumsPropertyTest::line);
    }

    private static LicenseLine line(int quantity, BigDecimal price) {
        return new LicenseLine(
                Transaction.NEW,
                "jira",
                Deployment.CLOUD,
                200,
                12,
                quantity,
                price,
                null,
                null,
                null,
                "muster.atlassian.net",
                null);
    }

    private static byte[] xml(Invoice invoice) {
        return CrossIndustryInvoice.write(Settings.seller(), Settings.catalog(), invoice, Profile.EN_16931);
    }

    private static List<BigDecimal> amounts(String xml, String name) {
        return Pattern.compile("<ram:" + name + "[^>]*>([^<]*)<")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .map(BigDecimal::new)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
