package afterorder.order.purchase;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.NOW;
import static afterorder.order.purchase.Purchases.SELLER;
import static afterorder.order.purchase.Purchases.TODAY;
import static afterorder.order.purchase.Purchases.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Amendments;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PurchaseRowTest {
    private final Order order = orderOf(license(2, null));

    @Test
    @Tag("S34")
    void begins_at_once_when_no_date_is_wished() {
        assertThat(scheduledOn(TODAY).overdue(NOW)).isInstanceOf(Overdue.Begin.class);
    }

    @Test
    @Tag("S35")
    void begins_a_later_one_at_eight_in_the_seller_s_zone_in_winter_and_summer() {
        assertThat(scheduledOn(LocalDate.of(2026, 12, 15)).beginsAt()).hasValue(Instant.parse("2026-12-15T07:00:00Z"));
        assertThat(scheduledOn(LocalDate.of(2027, 3, 28)).beginsAt()).hasValue(Instant.parse("2027-03-28T06:00:00Z"));
        assertThat(scheduledOn(LocalDate.of(2028, 2, 29)).beginsAt()).hasValue(Instant.parse("2028-02-29T07:00:00Z"));
        assertThat(scheduledOn(LocalDate.of(2026, 12, 15)).overdue(Instant.parse("2026-12-15T06:59:59Z")))
                .isInstanceOf(Overdue.Nothing.class);
    }

    @Test
    @Tag("S35")
    void begins_at_once_when_its_date_has_passed_while_the_order_waited() {
        PurchaseRow late = scheduledOn(TODAY.minusDays(3));
        assertThat(late.overdue(NOW)).isInstanceOf(Overdue.Begin.class);
        assertThat(late.beginsAt()).isEmpty();
    }

    @Test
    void raises_the_attempt_of_a_step_that_died_and_keeps_the_vendor_s_reference() {
        PurchaseRow asking = stored(Purchases.asking(order));
        Instant late = NOW.plus(PurchaseRow.LONGEST_STEP);

        PurchaseRow watched = stored(watched(asking, late));
        PurchaseRow again = begun(watched, late.plus(PurchaseRow.LONGEST_STEP));

        assertThat(again.isWorkOf(1)).isFalse();
        assertThat(again.isWorkOf(2)).isTrue();
        assertThat(again.vendor().askedSince()).isEqualTo(NOW);
        assertThat(again.vendorReference()).isEqualTo(asking.vendorReference());
        assertThat(again.executionName()).isEqualTo(ID + "-purchase-1-2");
    }

    @Test
    void takes_a_new_reference_after_a_refusal_only() {
        PurchaseRow asking = Purchases.asking(order);
        PurchaseRow refused = Buying.refused(asking, Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        assertThat(refused.vendorReference()).isNotEqualTo(asking.vendorReference());
        assertThat(refused.vendor().askedSince()).isNull();
        assertThat(refused.status()).isEqualTo(Status.PURCHASING);
        assertThat(refused.progress().parked().reason().in(Language.EN)).isEqualTo("refused by the vendor: no credit");
        assertThat(refused.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
        assertThat(refused.progress().outbox().notices())
                .containsExactly(new Notice.Parked(Phrase.REFUSED_BY_VENDOR.with("no credit")));
    }

    @Test
    void asks_a_silent_vendor_ever_less_often_and_parks_after_a_day() {
        PurchaseRow row = Purchases.asking(order);
        Instant now = NOW;
        int asked = 0;
        while (!row.isParked()) {
            row = Buying.unanswered(Buying.asking(row, now), Optional.empty(), now);
            if (row.isParked()) break;
            now = row.progress().due().orElseThrow();
            row = begun(stored(row), now);
            asked++;
        }
        assertThat(row.progress().parked().reason().in(Language.EN)).contains("for a day");
        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(24), Duration.ofHours(27));
        assertThat(asked).isBetween(10, 25);
        assertThat(row.vendor().reference()).as("it may have sold").isEqualTo(1);
    }

    @Test
    @Tag("S46")
    void parks_once_what_stays_pending_for_a_day_and_asks_on_each_hour_and_then_each_day() {
        PurchaseRow row = Purchases.asking(order);
        Instant now = NOW;
        List<Duration> waits = new ArrayList<>();
        int told = 0;
        while (now.isBefore(NOW.plus(Duration.ofDays(10)))) {
            row = Buying.pending(Buying.asking(row, now), now);
            Instant next = row.progress().deadlines().get(Deadline.NEXT_ATTEMPT);
            waits.add(Duration.between(now, next));
            assertThat(row.isParked()).isEqualTo(!now.isBefore(NOW.plus(Duration.ofDays(1))));
            told += row.progress().outbox().notices().size();
            now = next;
            row = begun(stored(staffTold(row)), now);
            assertThat(row.isAtRest()).as("it is asked for").isFalse();
        }
        assertThat(new TreeSet<>(waits))
                .containsExactly(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));
        assertThat(waits).isSorted().hasSizeBetween(4 * 24, 10 * 24);
        assertThat(told).isEqualTo(1);
        assertThat(row.vendor().reference()).isEqualTo(1);
    }

    @Test
    @Tag("S46")
    void takes_every_outcome_of_what_was_parked_as_pending() {
        PurchaseRow parked = Buying.pending(Purchases.asking(order), NOW.plus(Duration.ofDays(1)));
        PurchaseRow asking = Buying.asking(parked.begun(NOW), NOW);
        assertThat(Purchases.completed(asking, order, Account.EXISTING, Purchases.soldAsOrdered(order))
                        .isParked())
                .isFalse();

        PurchaseRow refused = Buying.refused(asking, Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        PurchaseRow unclear = Buying.unclear(asking, Phrase.REFERENCE_TAKEN.with("7"), NOW);
        assertThat(refused.progress().parked().reason()).isEqualTo(Phrase.REFUSED_BY_VENDOR.with("no credit"));
        assertThat(unclear.progress().parked().reason()).isEqualTo(Phrase.REFERENCE_TAKEN.with("7"));
        for (PurchaseRow outcome : List.of(refused, unclear)) {
            assertThat(outcome.isAtRest()).isTrue();
            assertThat(outcome.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
            assertThat(outcome.progress().outbox().notices()).hasSize(2);
        }
        PurchaseRow retried = Remedies.retried(parked, NOW);
        assertThat(retried.isParked()).isFalse();
        assertThat(retried.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
    }

    @Test
    void rests_when_the_looks_at_what_is_parked_die_again_and_again() {
        Instant now = NOW.plus(Duration.ofDays(1));
        PurchaseRow row = staffTold(Buying.pending(Purchases.asking(order), now));
        for (int look = 0; look < 20 && !row.isAtRest(); look++) {
            now = now.plus(Duration.ofHours(1));
            row = stored(((Overdue.Begin<PurchaseRow>) row.overdue(now)).row());
            now = now.plus(PurchaseRow.LONGEST_STEP);
            row = stored(watched(row, now));
            now = now.plus(PurchaseRow.LONGEST_STEP);
            if (row.overdue(now) instanceof Overdue.Watch<PurchaseRow>(PurchaseRow given)) row = given;
        }
        assertThat(row.isAtRest()).isTrue();
    }

    @Test
    void leaves_a_vendor_alone_for_as_long_as_it_asks() {
        PurchaseRow row = Buying.unanswered(Purchases.asking(order), Optional.of(Duration.ofSeconds(37)), NOW);
        assertThat(row.progress().deadlines().get(Deadline.NEXT_ATTEMPT)).isEqualTo(NOW.plusSeconds(37));
    }

    @Test
    void keeps_the_earlier_time_of_a_webhook_that_came_before_the_call_s_answer() {
        PurchaseRow told = Buying.answerIsThere(Purchases.asking(order), NOW);
        assertThat(Buying.pending(told, NOW).progress().due()).hasValue(NOW);
        assertThat(Buying.pending(Purchases.asking(order), NOW).progress().due())
                .hasValue(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void accepts_a_sale_that_is_learned_late_and_is_parked_no_longer() {
        PurchaseRow parked = Purchases.asking(order).parked(Phrase.VENDOR_SILENT.with(), NOW);
        PurchaseRow purchased = Purchases.completed(parked, order, Account.EXISTING, Purchases.soldAsOrdered(order));
        assertThat(purchased.isParked()).isFalse();
        assertThat(purchased.status()).isEqualTo(Status.PURCHASED);
    }

    @Test
    @Tag("S44")
    @Tag("S47")
    void bills_what_was_purchased_and_mails_it_once_an_attempt() {
        PurchaseRow purchased = Purchases.purchased(order, Account.EXISTING);
        Billing billing = new Billing(
                "R-2026-00001",
                "L-2026-00001",
                TODAY,
                billed(purchased).total(Purchases.TAX),
                Purchases.TAX,
                Amendments.NONE,
                null,
                null);
        PurchaseRow numbered = BillingSteps.numbered(purchased, billing, NOW);
        assertThat(billed(numbered).invoice(List.of()).totals().gross().amount())
                .isEqualByComparingTo("99960.00");
        assertThat(billed(numbered).invoice(List.of()).dueOn()).hasValue(TODAY.plusDays(14));

        PurchaseRow mailing = BillingSteps.mailing(numbered, NOW);
        assertThat(BillingSteps.mayBeBilledBy(numbered, 1)).isTrue();
        assertThat(BillingSteps.mayBeBilledBy(mailing, 1)).isFalse();
        assertThat(BillingSteps.mayBeBilledBy(mailing.begun(NOW), 1)).isFalse();
        assertThat(BillingSteps.mayBeBilledBy(mailing.begun(NOW), 2)).isTrue();
        assertThat(mailing.begun(NOW).billing().invoiceNumber()).isEqualTo("R-2026-00001");

        PurchaseRow invoiced = BillingSteps.invoiced(mailing, NOW);
        assertThat(invoiced.progress().due()).isEmpty();
        assertThatThrownBy(() -> invoiced.begun(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void is_the_same_when_it_is_written_and_read() throws Exception {
        PurchaseRow row = Purchases.purchased(order, Account.NONE)
                .withProgress(Purchases.purchased(order, Account.NONE)
                        .progress()
                        .owing(new Notice.Moved(1, TODAY, TODAY.plusDays(1)), NOW)
                        .owing(new Notice.VerificationReminder(3), NOW));
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(row), PurchaseRow.class))
                .isEqualTo(row);
    }

    @Test
    void shows_no_key_in_its_words() {
        assertThat(Purchases.entitlement(1, license(1, null), "AAABsecret").toString())
                .doesNotContain("AAABsecret");
    }

    private static PurchaseRow watched(PurchaseRow row, Instant now) {
        assertThat(row.overdue(now)).isInstanceOf(Overdue.Watch.class);
        return ((Overdue.Watch<PurchaseRow>) row.overdue(now)).row();
    }

    private static PurchaseRow begun(PurchaseRow row, Instant now) {
        assertThat(row.overdue(now)).isInstanceOf(Overdue.Begin.class);
        return ((Overdue.Begin<PurchaseRow>) row.overdue(now)).row();
    }

    private static PurchaseRow staffTold(PurchaseRow row) {
        return row.progress().outbox().isEmpty()
                ? row
                : row.withProgress(row.progress().notifying(NOW).notified());
    }

    private BilledPurchase billed(PurchaseRow row) {
        return new BilledPurchase(row, order, SELLER);
    }

    private PurchaseRow scheduledOn(LocalDate date) {
        return Purchases.scheduled(order, date);
    }
}
