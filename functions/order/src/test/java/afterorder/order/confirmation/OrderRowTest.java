package afterorder.order.confirmation;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.TestOrders.service;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase.When;
import afterorder.order.purchase.Wish;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class OrderRowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T22:59:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final Seller seller = Settings.bundled().seller();

    @Example
    @Tag("S35")
    void buys_lines_of_one_date_together_and_those_without_at_once() {
        Order order = orderOf(
                license(1, TODAY.plusDays(5)),
                service(),
                license(1, null),
                license(2, TODAY.plusDays(5)),
                license(1, TODAY));

        assertThat(OrderConfirmation.of(
                                received(order).sending("AB-2026-00001", TODAY, NOW),
                                order,
                                Settings.bundled().teams())
                        .purchases())
                .containsExactly(
                        new PlannedPurchase(TODAY, When.AT_ONCE, List.of(3, 5)),
                        new PlannedPurchase(TODAY.plusDays(5), When.ON_ITS_DATE, List.of(1, 4)));
    }

    @Property
    @Tag("S45")
    void puts_each_license_line_into_exactly_one_purchase(@ForAll("lines") List<Line> lines) {
        Order order = orderOf(lines);
        List<Integer> planned = received(order).plans().stream()
                .flatMap(plan -> plan.lines().numbers().stream())
                .sorted()
                .toList();
        List<Integer> licenses = IntStream.rangeClosed(1, lines.size())
                .filter(number -> order.line(number) instanceof afterorder.order.LicenseLine)
                .boxed()
                .toList();
        assertThat(planned).isEqualTo(licenses);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Line> licenses =
                Arbitraries.integers().between(0, 5).map(days -> license(1, days == 0 ? null : TODAY.plusDays(days)));
        return Arbitraries.oneOf(licenses, Arbitraries.of(service()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Example
    void hands_an_order_whose_message_got_lost_over_again() {
        OrderRow row = received(orderOf(service()));
        assertThat(row.overdue(NOW.plusSeconds(119))).isInstanceOf(Overdue.Nothing.class);
        assertThat(row.overdue(NOW.plusSeconds(120))).isInstanceOfSatisfying(Overdue.Begin.class, again -> assertThat(
                        again.row().progress().due())
                .hasValue(NOW.plusSeconds(120 + 240)));
    }

    @Example
    void takes_a_sending_back_only_after_finding_it_unchanged_twice_and_keeps_its_number() {
        OrderRow sending = stored(received(orderOf(service())).sending("AB-2026-00001", TODAY, NOW));
        Instant late = NOW.plusSeconds(61);

        OrderRow watched = watched(sending, late);
        assertThat(watched.overdue(late.plusSeconds(1))).isInstanceOf(Overdue.Nothing.class);

        Instant later = late.plus(OrderRow.LONGEST_SENDING);
        assertThat(watched.overdue(later)).isInstanceOf(Overdue.Begin.class);
        OrderRow back = begun(watched, later);
        assertThat(back.awaitsSending()).isTrue();
        assertThat(back.number()).hasValue("AB-2026-00001");
        assertThat(back.confirmation().issuedOn()).isEqualTo(TODAY);
        assertThat(stored(watched).overdue(later)).isInstanceOf(Overdue.Watch.class);
    }

    @Example
    void parks_a_confirmation_that_dies_at_each_attempt() {
        OrderRow row = received(orderOf(service()));
        Instant now = NOW;
        for (int attempt = 1; attempt <= Progress.MOST_ATTEMPTS; attempt++) {
            OrderRow sending = stored(row.sending("AB-2026-00001", TODAY, now));
            now = now.plus(Duration.ofHours(1));
            OrderRow watched = watched(sending, now);
            now = now.plus(Duration.ofHours(1));
            assertThat(watched.overdue(now)).isInstanceOf(Overdue.Begin.class);
            row = stored(begun(watched, now));
        }
        OrderRow last = watched(stored(row.sending("AB-2026-00001", TODAY, now)), now.plus(Duration.ofHours(1)));
        assertThat(last.overdue(now.plus(Duration.ofHours(2)))).isInstanceOfSatisfying(Overdue.Watch.class, parked -> {
            assertThat(parked.row().progress().parked()).isNotNull();
            assertThat(parked.row().progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
        });
    }

    @Example
    void gives_up_a_number_whose_document_would_say_something_else() throws Exception {
        Order order = orderOf(license(1, null));
        OrderRow row = received(order)
                .sending("AB-2026-00001", TODAY, NOW)
                .parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        OrderRow moved =
                ((PlanChanges.Outcome.Changed) PlanChanges.move(row, 1, Wish.on(TODAY.plusDays(3)), seller, NOW)).row();
        assertThat(moved.number()).isEmpty();
        OrderRow corrected = moved.withAddress(order.customer().email(), new Email("neu@muster.example"), NOW);
        assertThat(corrected.asItStands(order).customer().email()).isEqualTo(new Email("neu@muster.example"));
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(corrected), OrderRow.class))
                .isEqualTo(corrected);
        assertThat(corrected.retried(NOW).awaitsSending()).isTrue();
    }

    private static OrderRow watched(OrderRow row, Instant now) {
        assertThat(row.overdue(now)).isInstanceOf(Overdue.Watch.class);
        return stored(((Overdue.Watch<OrderRow>) row.overdue(now)).row());
    }

    private static OrderRow begun(OrderRow row, Instant now) {
        return ((Overdue.Begin<OrderRow>) row.overdue(now)).row();
    }

    private static OrderRow stored(OrderRow row) {
        return row.withVersion(row.version() + 1);
    }

    private OrderRow received(Order order) {
        return stored(OrderRow.received(
                ID, "sender", "hash", order, seller, Settings.bundled().teams(), NOW));
    }
}
