package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.TODAY;
import static afterorder.order.purchase.Purchases.entitlement;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S45")
class ComparisonTest {
    private static final LicenseLine TWO = license(2, null);
    private static final LicenseLine ONE = license(1, null);

    @Test
    void finds_nothing_where_everything_is_as_ordered() {
        Entitlement sold = entitlement(1, TWO, "key");
        assertThat(deviations(TWO, sold, sold)).isEmpty();
    }

    @Test
    void counts_each_line() {
        Entitlement sold = entitlement(1, TWO, "key");
        assertThat(deviations(TWO, sold)).containsExactly("line 1: ordered 2, sold 1");
        assertThat(deviations(ONE, sold, sold)).containsExactly("line 1: ordered 1, sold 2");
        assertThat(deviations(ONE, sold, entitlement(7, ONE, "key")))
                .containsExactly("line 7: sold, not ordered: 1 × jira (data-center) for 500 users");
    }

    @Test
    void asks_for_what_proves_the_license() {
        assertThat(deviations(ONE, entitlement(1, ONE, null))).containsExactly("line 1: sold without SEN and key");
    }

    @Test
    void compares_product_tier_and_term() {
        assertThat(deviations(ONE, sold("confluence", 500, 12)))
                .containsExactly("line 1: ordered jira (data-center), sold confluence (data-center)");
        assertThat(deviations(ONE, sold("jira", 1000, 12)))
                .containsExactly("line 1: ordered for 500 users, sold for 1000");
        assertThat(deviations(ONE, sold("jira", 500, 24)))
                .containsExactly("line 1: ordered for 12 months, sold from 2026-11-23 to 2028-11-22");
    }

    @Test
    void names_what_belongs_to_no_line() {
        Entitlement surplus = entitlement(0, ONE, "key");
        assertThat(deviations(ONE, entitlement(1, ONE, "key"), surplus, surplus))
                .containsExactly("sold, not ordered: 2 × jira (data-center) for 500 users");
    }

    @Test
    void asks_a_renewal_for_the_number_that_is_renewed() {
        LicenseLine renewal = new LicenseLine(
                Transaction.RENEWAL,
                "jira",
                Deployment.DATA_CENTER,
                500,
                12,
                1,
                ONE.unitPrice(),
                "SEN-7",
                null,
                null,
                null,
                null);
        assertThat(deviations(renewal, entitlement(1, renewal, "key")))
                .containsExactly("line 1: ordered the renewal of SEN-7, sold SEN-1");
    }

    @Test
    void keeps_how_many_of_each_line_were_sold() {
        Order order = orderOf(license(3, null), license(1, null));
        LineSelection all = LineSelection.all(order);
        Comparison comparison =
                Comparison.of(all, order.licenses(), List.of(entitlement(1, ONE, "key"), entitlement(1, ONE, "key")));
        assertThat(comparison.sold().of(order)).containsOnlyKeys(1);
        assertThat(comparison.sold().of(order).get(1).quantity()).isEqualTo(2);
    }

    private static Entitlement sold(String product, int users, int months) {
        return new Entitlement(
                1,
                product,
                Deployment.DATA_CENTER,
                users,
                "SEN-1",
                "key",
                null,
                null,
                TODAY,
                TODAY.plusMonths(months).minusDays(1));
    }

    private static List<String> deviations(LicenseLine line, Entitlement... sold) {
        Order order = orderOf(line);
        return Comparison.of(LineSelection.all(order), order.licenses(), List.of(sold)).deviations().stream()
                .map(deviation -> deviation.in(Language.EN))
                .toList();
    }
}
