package afterorder.order.confirmation;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase.When;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.Wish;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate PLANNED = LocalDate.of(2026, 12, 15);
    private final Seller seller = Settings.bundled().seller();
    private final Order order = orderOf(license(1, null), license(2, PLANNED));
    private final OrderRow received = OrderRow.received(
                    ID, "shop", "hash", order, seller, Settings.bundled().teams(), NOW)
            .withVersion(1);

    @Test
    @Tag("S35")
    void confirms_the_new_date_of_what_was_moved_before_the_dispatch() {
        OrderRow moved = changed(move(received, 2, Wish.on(PLANNED.plusDays(5))));
        assertThat(moved.progress().outbox().notices())
                .containsExactly(new Notice.Moved(2, PLANNED, PLANNED.plusDays(5)));
        assertThat(moved.progress().deadlines())
                .containsEntry(Deadline.NOTICE, NOW)
                .containsKey(Deadline.LOST);
        assertThat(OrderConfirmation.of(
                                moved.sending("AB-2026-00001", TODAY, NOW),
                                order,
                                Settings.bundled().teams())
                        .purchases())
                .containsExactly(
                        new PlannedPurchase(TODAY, When.AT_ONCE, List.of(1)),
                        new PlannedPurchase(PLANNED.plusDays(5), When.ON_ITS_DATE, List.of(2)));
    }

    @Test
    @Tag("S35")
    void confirms_what_was_called_off_and_keeps_the_numbers_of_the_others() {
        OrderRow calledOff = changed(PlanChanges.callOff(received, 1, NOW));
        assertThat(calledOff.progress().outbox().notices()).containsExactly(new Notice.CalledOff(1, TODAY));
        assertThat(calledOff.plans()).extracting(Plan::number).containsExactly(1, 2);
        assertThat(OrderConfirmation.of(
                                calledOff.sending("AB-2026-00001", TODAY, NOW),
                                order,
                                Settings.bundled().teams())
                        .purchases())
                .extracting(PlannedPurchase::when)
                .containsExactly(When.CALLED_OFF, When.ON_ITS_DATE);
        assertThat(move(calledOff, 1, Wish.on(PLANNED)))
                .isEqualTo(new PlanChanges.Outcome.CalledOff(calledOff.plan(1).orElseThrow()));
    }

    @Test
    @Tag("S35")
    void sends_the_confirmation_also_when_everything_was_called_off() {
        OrderRow nothing = changed(PlanChanges.callOff(changed(PlanChanges.callOff(received, 1, NOW)), 2, NOW));
        assertThat(nothing.awaitsSending()).isTrue();
        assertThat(nothing.progress().deadlines()).containsKey(Deadline.LOST);
    }

    @Test
    void changes_nothing_when_repeated() {
        OrderRow moved = changed(move(received, 2, Wish.on(PLANNED.plusDays(5))));
        assertThat(move(moved, 2, Wish.on(PLANNED.plusDays(5))))
                .isEqualTo(new PlanChanges.Outcome.Unchanged(moved.plan(2).orElseThrow()));
        OrderRow calledOff = changed(PlanChanges.callOff(received, 1, NOW));
        assertThat(PlanChanges.callOff(calledOff, 1, NOW))
                .isEqualTo(new PlanChanges.Outcome.Unchanged(calledOff.plan(1).orElseThrow()));
    }

    @Test
    void takes_a_date_that_passed_while_the_order_waited_for_now() {
        Instant later = Instant.parse("2026-12-20T22:59:59Z");
        assertThat(PlanChanges.move(received, 2, Wish.atOnce(seller.dateAt(later)), seller, later))
                .isEqualTo(new PlanChanges.Outcome.Unchanged(received.plan(2).orElseThrow()));
        assertThat(OrderConfirmation.of(
                                received.sending("AB-2026-00001", seller.dateAt(later), later),
                                order,
                                Settings.bundled().teams())
                        .purchases())
                .extracting(PlannedPurchase::when)
                .containsOnly(When.AT_ONCE);
    }

    @Test
    @Tag("S35")
    void asks_to_come_again_while_the_confirmation_is_being_sent() {
        OrderRow sending = received.sending("AB-2026-00001", TODAY, NOW);
        assertThat(move(sending, 2, Wish.atOnce(TODAY))).isEqualTo(new PlanChanges.Outcome.BeingSent());
        assertThat(PlanChanges.callOff(sending, 2, NOW)).isEqualTo(new PlanChanges.Outcome.BeingSent());
    }

    @Test
    void leaves_what_is_sent_to_the_purchases() {
        OrderRow sent = received.sending("AB-2026-00001", TODAY, NOW).sent("first@eu-central-1.amazonses.com", NOW);
        assertThat(move(sent, 2, Wish.atOnce(TODAY))).isEqualTo(new PlanChanges.Outcome.Sent());
        assertThat(PlanChanges.callOff(sent, 7, NOW)).isEqualTo(new PlanChanges.Outcome.Sent());
    }

    @Test
    void knows_no_other_purchases() {
        assertThat(move(received, 3, Wish.atOnce(TODAY))).isEqualTo(new PlanChanges.Outcome.Unknown());
        assertThat(PlanChanges.callOff(received, 3, NOW)).isEqualTo(new PlanChanges.Outcome.Unknown());
    }

    @Test
    @Tag("S4")
    void gives_up_the_number_of_a_confirmation_that_would_say_something_else_now() {
        OrderRow refused = received.sending("AB-2026-00001", TODAY, NOW)
                .parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("not verified"), NOW);
        OrderRow moved = changed(move(refused, 2, Wish.on(PLANNED.plusDays(1))));
        assertThat(moved.number()).isEmpty();
        assertThat(moved.progress().isParked()).as("staff still has to look").isTrue();
        OrderRow retried = moved.retried(NOW);
        assertThat(retried.awaitsSending()).isTrue();
        assertThat(retried.number()).isEmpty();
    }

    @Test
    void does_not_grow_by_changes_of_which_nobody_was_told() {
        OrderRow row = received;
        int moves = 0;
        while (move(row, 2, Wish.on(PLANNED.plusDays(moves + 1))) instanceof PlanChanges.Outcome.Changed changed) {
            row = changed.row();
            moves++;
        }
        assertThat(moves).isEqualTo(50);
        assertThat(move(row, 2, Wish.on(PLANNED))).isEqualTo(new PlanChanges.Outcome.TooMany());
    }

    private PlanChanges.Outcome move(OrderRow row, int number, Wish wish) {
        return PlanChanges.move(row, number, wish, seller, NOW);
    }

    private static OrderRow changed(PlanChanges.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PlanChanges.Outcome.Changed.class);
        return ((PlanChanges.Outcome.Changed) outcome).row();
    }
}
