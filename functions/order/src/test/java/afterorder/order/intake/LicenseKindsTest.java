package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.Order;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Offer;
import afterorder.order.settings.Settings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the catalog an order may ask for, and what the vendor sells at the date of its purchase. */
@Tag("S1")
class LicenseKindsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String JIRA_TIERS =
            "[500, 1000, 2000, 3000, 4000, 5000, 10000, 15000, 20000, 25000, 30000, 40000, 50000]";
    private final Catalog catalog = Settings.bundled().catalog();
    private final OrderReader reader = new OrderReader(Settings.bundled());

    @Test
    void refuses_a_tier_or_term_that_is_not_sold_and_names_those_that_are() {
        assertThat(refused(
                        dataCenter("jira", 501).put("months", 13),
                        cloud("confluence", 150_001, "muster").put("months", 2),
                        cloud("bamboo", 10, "muster")))
                .containsExactly(
                        new Violation(
                                "/lines/0/users", "must be one of " + JIRA_TIERS + " for Jira Data Center, not 501"),
                        new Violation("/lines/0/months", "must be one of [12, 24, 36] for Jira Data Center, not 13"),
                        new Violation("/lines/1/users", "must be from 1 to 150000 for Confluence Cloud, not 150001"),
                        new Violation("/lines/1/months", "must be one of [1, 12, 24, 36] for Confluence Cloud, not 2"),
                        new Violation("/lines/2/deployment", "Bamboo is not sold as cloud"));
    }

    @Property
    void accepts_exactly_the_tiers_and_terms_of_the_catalog(
            @ForAll("sold") String product, @ForAll("users") int users, @ForAll("months") int months) {
        Offer offer = catalog.products().get(product).deployments().get(Deployment.DATA_CENTER);
        ObjectNode line = dataCenter(product, users).put("months", months);
        boolean isSold = offer.users().include(users) && offer.months().contains(months);
        assertThat(read(TODAY, line)).isInstanceOf(isSold ? Reading.Accepted.class : Reading.Refused.class);
    }

    @Provide
    Arbitrary<Integer> users() {
        return Arbitraries.oneOf(
                Arbitraries.of(1, 25, 50, 500, 1000, 2000),
                Arbitraries.integers().between(1, 2_000));
    }

    @Provide
    Arbitrary<Integer> months() {
        return Arbitraries.oneOf(
                Arbitraries.of(12, 24, 36), Arbitraries.integers().between(1, 60));
    }

    @Provide
    Arbitrary<String> sold() {
        return Arbitraries.of("jira", "bamboo", "bitbucket", "awesome-graphs-for-bitbucket");
    }

    @Test
    @Tag("S35")
    void refuses_what_is_not_sold_at_the_date_of_its_purchase_with_reason_and_date() {
        ObjectNode stranger =
                dataCenter("confluence", 500).put("transaction", "new").without("sen");
        String newCustomers = "is not sold from 2026-03-30 on: Atlassian sells Data Center only to existing customers,"
                + " who name the SEN of a license that they have";
        String everybody =
                "is not sold from 2028-03-31 on: Atlassian sells and renews Data Center on 2028-03-30 for the last time";
        assertThat(refused(
                        stranger,
                        stranger.deepCopy().put("purchaseOn", "2027-01-31"),
                        dataCenter("jira", 500).put("purchaseOn", "2028-03-31")))
                .containsExactly(
                        new Violation("/lines/0", newCustomers),
                        new Violation("/lines/1/purchaseOn", newCustomers),
                        new Violation("/lines/2/purchaseOn", everybody));
    }

    @ParameterizedTest
    @Tag("S35")
    @CsvSource({
        "2026-03-29, false, ACCEPTED",
        "2026-03-30, false, REFUSED",
        "2026-03-30, true, ACCEPTED",
        "2028-02-29, true, ACCEPTED",
        "2028-03-30, true, ACCEPTED",
        "2028-03-31, true, REFUSED",
    })
    void judges_a_line_without_a_date_by_today(LocalDate today, boolean existing, String outcome) {
        ObjectNode line =
                dataCenter("confluence", 500).put("transaction", "new").without("sen");
        if (existing) line.put("existingSen", "SEN-1234567");
        assertThat(read(today, line).getClass().getSimpleName()).isEqualToIgnoringCase(outcome);
    }

    @Test
    @Tag("S35")
    void takes_the_last_of_february_as_a_date_in_leap_years_only() {
        assertThat(read(TODAY, dataCenter("jira", 500).put("purchaseOn", "2028-02-29")))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(refused(dataCenter("jira", 500).put("purchaseOn", "2027-02-29")))
                .containsExactly(new Violation("/lines/0/purchaseOn", "must be a date like \"2026-12-15\""));
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(read(leapDay, cloud("jira", 1, "muster").put("purchaseOn", "2033-02-28")))
                .isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void demands_that_an_app_has_as_many_users_as_its_host_in_the_same_order() {
        assertThat(refused(
                        dataCenter("jira", 500),
                        dataCenter("scriptrunner-for-jira", 1000),
                        cloud("confluence", 200, "muster"),
                        cloud("draw-io-for-confluence", 201, "muster"),
                        cloud("draw-io-for-confluence", 200, "muster")))
                .containsExactly(
                        new Violation(
                                "/lines/1/users",
                                "must be as many as its host has in this order: 500 (Jira Data Center, line 1)"),
                        new Violation(
                                "/lines/3/users",
                                "must be as many as its host has in this order: 200 (Confluence Cloud, line 3)"));
    }

    @Test
    void takes_an_app_for_a_host_that_the_customer_has_or_that_runs_elsewhere() {
        assertThat(read(
                        TODAY,
                        dataCenter("scriptrunner-for-jira", 1000),
                        cloud("jira", 50, "muster"),
                        cloud("scriptrunner-for-jira", 70, "other"),
                        dataCenter("confluence", 500),
                        cloud("draw-io-for-confluence", 70, "muster"),
                        renewedWithoutSite("confluence", 80)))
                .isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void takes_an_app_for_any_one_of_its_hosts_whatever_their_quantity() {
        ObjectNode[] lines = {
            dataCenter("jira", 500),
            dataCenter("jira-service-management", 250),
            dataCenter("jira", 2000),
            dataCenter("scriptrunner-for-jira", 250),
            dataCenter("scriptrunner-for-jira", 2000)
                    .put("transaction", "new")
                    .put("quantity", 3)
                    .put("existingSen", "SEN-7")
                    .without("sen")
        };
        assertThat(read(TODAY, lines)).isInstanceOf(Reading.Accepted.class);
        lines[3].put("users", 1000);
        assertThat(refused(lines))
                .containsExactly(new Violation(
                        "/lines/3/users",
                        "must be as many as its host has in this order: 500 (Jira Data Center, line 1),"
                                + " 2000 (Jira Data Center, line 3),"
                                + " 250 (Jira Service Management Data Center, line 2)"));
    }

    @Property(tries = 200)
    void judges_apps_and_hosts_alike_in_whatever_order_they_stand(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 11) Integer> choices, @ForAll Random random) {
        List<ObjectNode> lines =
                new ArrayList<>(choices.stream().map(LicenseKindsTest::some).toList());
        int found = violations(lines);
        Collections.shuffle(lines, random);
        assertThat(violations(lines)).isEqualTo(found);
    }

    private static ObjectNode some(int choice) {
        String product = List.of("jira", "scriptrunner-for-jira", "jira-service-management")
                .get(choice % 3);
        int users = choice < 6 ? 500 : 1000;
        return choice % 2 == 0 ? dataCenter(product, users) : cloud(product, users, "muster");
    }

    private int violations(List<ObjectNode> lines) {
        Reading<Order> reading = read(TODAY, lines.toArray(ObjectNode[]::new));
        return reading instanceof Reading.Refused<Order> refused
                ? refused.violations().size()
                : 0;
    }

    @Test
    @Tag("S50")
    void names_every_violation_of_every_kind_at_once() {
        assertThat(refused(
                        cloud("confluence", 0, "muster").put("sen", "SEN-1").without("site"),
                        dataCenter("jira", 7)
                                .put("quantity", 2)
                                .put("purchaseOn", "2029-01-01")
                                .put("site", "x.atlassian.net")))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/lines/0/users",
                        "/lines/0/sen",
                        "/lines/0/site",
                        "/lines/1/users",
                        "/lines/1/quantity",
                        "/lines/1/purchaseOn",
                        "/lines/1/site");
    }

    private static ObjectNode dataCenter(String product, int users) {
        return line(product, "data-center", users).put("transaction", "renewal").put("sen", "SEN-1234567");
    }

    private static ObjectNode cloud(String product, int users, String site) {
        return line(product, "cloud", users).put("transaction", "new").put("site", site + ".atlassian.net");
    }

    private static ObjectNode renewedWithoutSite(String product, int users) {
        return line(product, "cloud", users).put("transaction", "renewal").put("entitlement", "E-ABC-DEF-GHI");
    }

    private static ObjectNode line(String product, String deployment, int users) {
        return Json.MAPPER
                .createObjectNode()
                .put("kind", "license")
                .put("product", product)
                .put("deployment", deployment)
                .put("users", users)
                .put("months", 12)
                .put("quantity", 1)
                .put("unitPrice", "100.00");
    }

    private List<Violation> refused(ObjectNode... lines) {
        Reading<Order> reading = read(TODAY, lines);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Order>) reading).violations();
    }

    private Reading<Order> read(LocalDate today, ObjectNode... lines) {
        try {
            ObjectNode order =
                    (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(Path.of("../../events/orders/licenses.json")));
            ArrayNode all = order.putArray("lines");
            Arrays.stream(lines).forEach(all::add);
            return reader.read(order.toString().getBytes(StandardCharsets.UTF_8), today);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
