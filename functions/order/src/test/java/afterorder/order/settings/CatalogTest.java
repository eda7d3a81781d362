package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.constraints.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S35")
class CatalogTest {
    private static final LocalDate NEW_CUSTOMERS_END = LocalDate.of(2026, 3, 30);
    private static final LocalDate ALL_END = LocalDate.of(2028, 3, 31);
    private final Catalog catalog = Settings.bundled().catalog();

    @ParameterizedTest(name = "{0} {1} (existing: {2}) on {3}: not sold since {4}")
    @CsvSource({
        "data-center, new,     false, 2026-03-29,",
        "data-center, new,     false, 2026-03-30, 2026-03-30",
        "data-center, new,     true,  2026-03-30,",
        "data-center, new,     true,  2028-02-29,",
        "data-center, new,     true,  2028-03-30,",
        "data-center, new,     true,  2028-03-31, 2028-03-31",
        "data-center, new,     false, 2028-03-31, 2028-03-31",
        "data-center, renewal, false, 2026-03-30,",
        "data-center, renewal, false, 2028-03-30,",
        "data-center, renewal, false, 2028-03-31, 2028-03-31",
        "data-center, upgrade, false, 2028-03-30,",
        "data-center, upgrade, false, 2028-03-31, 2028-03-31",
        "cloud,       new,     false, 2031-01-01,",
        "cloud,       renewal, false, 2031-01-01,",
    })
    void knows_from_which_date_the_vendor_sells_no_longer(
            String deployment, String transaction, boolean existing, LocalDate on, @Nullable LocalDate since) {
        LicenseLine line = line(
                "jira", named(Deployment.values(), deployment), named(Transaction.values(), transaction), existing);
        assertThat(catalog.refusal(line, on).map(NoLongerSold::from)).isEqualTo(Optional.ofNullable(since));
    }

    @Test
    void gives_the_reason_in_each_language() {
        NoLongerSold refusal =
                catalog.refusal(newDataCenter(false), NEW_CUSTOMERS_END).orElseThrow();
        assertThat(refusal.reason()).containsOnlyKeys(Language.values());
        assertThat(refusal.reason().get(Language.DE)).contains("Bestandskunden");
        assertThat(refusal.detail())
                .isEqualTo("is not sold from 2026-03-30 on: Atlassian sells Data Center only to existing customers, who"
                        + " name the SEN of a license that they have");
    }

    @Test
    void names_each_line_that_the_vendor_does_not_sell_at_a_date() {
        TreeMap<Integer, LicenseLine> lines = new TreeMap<>(Map.of(
                2, newDataCenter(true),
                4, line("confluence", Deployment.CLOUD, Transaction.NEW, false),
                7, line("no-longer-known", Deployment.DATA_CENTER, Transaction.RENEWAL, false)));
        assertThat(catalog.refusals(lines, ALL_END.minusDays(1))).isEmpty();
        assertThat(catalog.refusals(lines, ALL_END))
                .extracting(refusal -> refusal.in(Language.EN))
                .containsExactly(
                        "line 2: Jira Data Center is not sold from 2028-03-31 on: Atlassian sells and renews Data Center"
                                + " on 2028-03-30 for the last time",
                        "line 7: no-longer-known is not sold from 2028-03-31 on: Atlassian sells and renews Data Center"
                                + " on 2028-03-30 for the last time");
        assertThat(catalog.refusals(lines, ALL_END).getFirst().in(Language.DE))
                .startsWith("Position 2: Jira Data Center wird ab 2028-03-31 nicht mehr verkauft: Atlassian verkauft");
    }

    @Test
    void ends_the_sale_of_the_products_that_are_named_only() {
        SaleEnd trello = new SaleEnd(
                Deployment.CLOUD,
                Set.of("trello"),
                Set.of(Transaction.NEW),
                SaleEnd.Audience.EVERYBODY,
                LocalDate.of(2028, 2, 29),
                Map.of(Language.DE, "weil", Language.EN, "because"));
        Catalog other = new Catalog(catalog.products(), catalog.services(), List.of(trello));
        LicenseLine line = line("trello", Deployment.CLOUD, Transaction.NEW, false);
        assertThat(other.refusal(line, LocalDate.of(2028, 2, 28))).isEmpty();
        assertThat(other.refusal(line, LocalDate.of(2028, 2, 29))).isPresent();
        assertThat(other.refusal(line("trello", Deployment.CLOUD, Transaction.RENEWAL, false), ALL_END))
                .isEmpty();
        assertThat(other.refusal(line("jira", Deployment.CLOUD, Transaction.NEW, false), ALL_END))
                .isEmpty();
    }

    /** So a purchase that was refused is not sold by moving it to a later date. */
    @Property
    void never_sells_again_what_it_no_longer_sold(
            @ForAll("lines") LicenseLine line,
            @ForAll @DateRange(min = "2025-01-01", max = "2032-12-31") LocalDate one,
            @ForAll @DateRange(min = "2025-01-01", max = "2032-12-31") LocalDate other) {
        LocalDate earlier = one.isBefore(other) ? one : other;
        LocalDate later = one.isBefore(other) ? other : one;
        if (catalog.refusal(line, later).isEmpty())
            assertThat(catalog.refusal(line, earlier)).isEmpty();
    }

    @Property
    void never_refuses_before_the_date_that_it_names(
            @ForAll("lines") LicenseLine line,
            @ForAll @DateRange(min = "2025-01-01", max = "2032-12-31") LocalDate date) {
        catalog.refusal(line, date).ifPresent(refusal -> {
            assertThat(refusal.from()).isBeforeOrEqualTo(date);
            assertThat(catalog.refusal(line, refusal.from())).isPresent();
        });
    }

    @Provide
    Arbitrary<LicenseLine> lines() {
        return Combinators.combine(
                        Arbitraries.of(catalog.products().keySet()),
                        Arbitraries.of(Deployment.class),
                        Arbitraries.of(Transaction.class),
                        Arbitraries.of(true, false))
                .as(CatalogTest::line);
    }

    private static LicenseLine newDataCenter(boolean existing) {
        return line("jira", Deployment.DATA_CENTER, Transaction.NEW, existing);
    }

    private static LicenseLine line(String product, Deployment deployment, Transaction transaction, boolean existing) {
        String existingSen = existing ? "SEN-1234567" : null;
        return new LicenseLine(
                transaction, product, deployment, 500, 12, 1, BigDecimal.ONE, null, null, existingSen, null, null);
    }

    private static <E> E named(E[] values, String code) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equalsIgnoreCase(code.replace('-', '_')))
                .findFirst()
                .orElseThrow();
    }
}
