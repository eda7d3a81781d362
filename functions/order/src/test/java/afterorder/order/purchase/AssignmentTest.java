package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.purchase.Purchases.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S45")
class AssignmentTest {
    @Test
    void assigns_each_license_to_the_line_that_it_fits_exactly() {
        SortedMap<Integer, LicenseLine> ordered =
                lines(cloud(100, 12, null), cloud(200, 12, null), cloud(200, 24, null), license(2, null));
        assertThat(assigned(ordered, sold("E-1", 200, 24), jira("SEN-1"), sold("E-2", 200, 12), sold("E-3", 100, 12)))
                .containsExactly(3, 4, 2, 1);
    }

    @Test
    void assigns_a_renewal_by_its_number_and_never_to_a_new_line_of_the_same_kind() {
        SortedMap<Integer, LicenseLine> ordered =
                lines(cloud(200, 12, null), cloud(200, 12, "E-OLD"), cloud(200, 12, "E-OLDER"));
        assertThat(assigned(ordered, sold("E-OLDER", 200, 12), sold("E-NEW", 200, 12), sold("E-OLD", 500, 12)))
                .containsExactly(3, 1, 2);
    }

    @Test
    void assigns_what_deviates_to_a_line_of_the_product_that_lacks_a_license() {
        SortedMap<Integer, LicenseLine> ordered = lines(cloud(200, 12, null), cloud(100, 12, null));
        assertThat(assigned(ordered, sold("E-1", 300, 12), sold("E-2", 200, 12)))
                .containsExactly(2, 1);
    }

    @Test
    void assigns_to_no_line_what_none_lacks() {
        SortedMap<Integer, LicenseLine> ordered = lines(license(1, null));
        assertThat(assigned(ordered, jira("SEN-1"), jira("SEN-2"), sold("E-1", 200, 12)))
                .containsExactly(1, 0, 0);
    }

    @Test
    @Tag("S51")
    void names_the_site_that_was_ordered() {
        assertThat(Assignment.of(lines(cloud(200, 12, null)), List.of(sold("E-1", 200, 12)))
                        .getFirst()
                        .site())
                .isEqualTo("muster.atlassian.net");
    }

    private static List<Integer> assigned(SortedMap<Integer, LicenseLine> ordered, Entitlement... sold) {
        return Assignment.of(ordered, List.of(sold)).stream()
                .map(Entitlement::line)
                .toList();
    }

    private static SortedMap<Integer, LicenseLine> lines(LicenseLine... lines) {
        SortedMap<Integer, LicenseLine> numbered = new TreeMap<>();
        for (LicenseLine line : lines) numbered.put(numbered.size() + 1, line);
        return numbered;
    }

    private static LicenseLine cloud(int users, int months, @Nullable String renewed) {
        return new LicenseLine(
                renewed == null ? Transaction.NEW : Transaction.RENEWAL,
                "confluence",
                Deployment.CLOUD,
                users,
                months,
                1,
                BigDecimal.TEN,
                null,
                renewed,
                null,
                "muster.atlassian.net",
                null);
    }

    private static Entitlement sold(String number, int users, int months) {
        return new Entitlement(
                0,
                "confluence",
                Deployment.CLOUD,
                users,
                null,
                null,
                number,
                null,
                TODAY,
                TODAY.plusMonths(months).minusDays(1));
    }

    private static Entitlement jira(String sen) {
        return new Entitlement(
                0, "jira", Deployment.DATA_CENTER, 500, sen, "key", null, null, TODAY, TODAY.plusMonths(12));
    }
}
