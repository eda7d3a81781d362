package afterorder.order.purchase;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Email;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate PLANNED = LocalDate.of(2026, 12, 15);
    private static final TechnicalContact GRACE =
            new TechnicalContact("Grace Admin", new Email("grace@muster.example"), false);
    private final Seller seller = Settings.bundled().seller();
    private final Order order = orderOf(license(2, null));

    @Test
    @Tag("S35")
    void moves_a_purchase_that_has_not_begun_and_tells_the_customer() {
        PurchaseRow moved = changed(move(scheduled(), Wish.on(LocalDate.of(2027, 3, 1)), NOW));
        assertThat(moved.purchaseOn()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(moved.progress().deadlines())
                .containsEntry(Deadline.PURCHASE, Instant.parse("2027-03-01T07:00:00Z"))
                .containsEntry(Deadline.NOTICE, NOW);
        assertThat(notices(moved)).containsExactly(new Notice.Moved(1, PLANNED, LocalDate.of(2027, 3, 1)));
    }

    @Test
    @Tag("S35")
    void waits_for_a_date_years_away_without_being_looked_at_before() {
        LocalDate far = TODAY.plusYears(2);
        PurchaseRow told = told(changed(move(scheduled(), Wish.on(far), NOW)));
        Instant begin = seller.purchaseTime(far, NOW);
        assertThat(told.progress().due()).hasValue(begin);
        assertThat(told.overdue(begin.minusSeconds(1))).isInstanceOf(Overdue.Nothing.class);
        assertThat(told.overdue(begin)).isInstanceOf(Overdue.Begin.class);
    }

    @Test
    @Tag("S35")
    void begins_at_once_when_it_is_wanted_now() {
        PurchaseRow moved = changed(move(scheduled(), Wish.atOnce(TODAY), NOW));
        assertThat(moved.purchaseOn()).isEqualTo(TODAY);
        assertThat(moved.progress().deadlines()).containsEntry(Deadline.PURCHASE, NOW);
        assertThat(told(moved).overdue(NOW)).isInstanceOf(Overdue.Begin.class);
    }

    @Test
    @Tag("S35")
    void does_not_wait_for_the_hour_of_its_very_day_when_it_is_wanted_now() {
        Instant early = Instant.parse("2026-12-15T06:00:00Z");
        PurchaseRow moved = changed(move(scheduled(), Wish.atOnce(PLANNED), early));
        assertThat(moved.progress().deadlines()).containsEntry(Deadline.PURCHASE, early);
        assertThat(notices(moved)).as("its date is the same").isEmpty();
        assertThat(move(moved, Wish.atOnce(PLANNED), early.plusSeconds(5)))
                .isEqualTo(new Changes.Outcome.Unchanged(moved));
    }

    @Test
    void keeps_the_hour_of_its_very_day_when_the_same_date_is_wanted_again() {
        Instant early = Instant.parse("2026-12-15T06:00:00Z");
        assertThat(move(scheduled(), Wish.on(PLANNED), early)).isEqualTo(new Changes.Outcome.Unchanged(scheduled()));
    }

    @Test
    void changes_nothing_when_repeated() {
        PurchaseRow moved = changed(move(scheduled(), Wish.on(PLANNED.plusDays(1)), NOW));
        assertThat(move(moved, Wish.on(PLANNED.plusDays(1)), NOW.plusSeconds(60)))
                .isEqualTo(new Changes.Outcome.Unchanged(moved));
        PurchaseRow calledOff = changed(Changes.callOff(moved, NOW));
        assertThat(Changes.callOff(calledOff, NOW.plusSeconds(60))).isEqualTo(new Changes.Outcome.Unchanged(calledOff));
    }

    @ParameterizedTest
    @CsvSource({
        // The last second before midnight in Berlin, and the first after it.
        "2026-11-23T22:59:59Z, 2026-11-23",
        "2026-11-23T23:00:00Z, 2026-11-24",
        // In summer midnight is an hour earlier in UTC.
        "2027-06-30T21:59:59Z, 2027-06-30",
        "2027-06-30T22:00:00Z, 2027-07-01",
        // 29 February, and the clock changes.
        "2028-02-28T23:00:00Z, 2028-02-29",
        "2028-02-29T22:59:59Z, 2028-02-29",
        "2028-02-29T23:00:00Z, 2028-03-01",
        "2027-03-28T01:00:00Z, 2027-03-28",
        "2027-10-31T00:59:59Z, 2027-10-31",
        "2027-10-31T23:00:00Z, 2027-11-01",
    })
    @Tag("S35")
    void takes_now_for_the_day_that_the_seller_s_calendar_shows(Instant now, LocalDate today) {
        assertThat(seller.dateAt(now)).isEqualTo(today);
        PurchaseRow waiting = scheduledOn(today.plusDays(10), now);
        PurchaseRow moved = changed(move(waiting, Wish.atOnce(seller.dateAt(now)), now));
        assertThat(moved.purchaseOn()).isEqualTo(today);
        assertThat(moved.progress().deadlines()).containsEntry(Deadline.PURCHASE, now);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-15, 2026-12-15T07:00:00Z",
        "2027-03-27, 2027-03-27T07:00:00Z",
        "2027-03-28, 2027-03-28T06:00:00Z",
        "2027-10-30, 2027-10-30T06:00:00Z",
        "2027-10-31, 2027-10-31T07:00:00Z",
        "2028-02-29, 2028-02-29T07:00:00Z",
        "2027-12-31, 2027-12-31T07:00:00Z",
    })
    @Tag("S35")
    void begins_at_eight_by_the_seller_s_clock_summer_and_winter(LocalDate date, Instant begin) {
        PurchaseRow waiting = scheduledOn(LocalDate.of(2029, 1, 1), NOW);
        assertThat(changed(move(waiting, Wish.on(date), NOW)).progress().deadlines())
                .containsEntry(Deadline.PURCHASE, begin);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PURCHASING", "PURCHASED", "INVOICED"})
    @Tag("S35")
    void is_too_late_for_what_has_begun(Status status) {
        PurchaseRow begun = in(status);
        Changes.Outcome tooLate = new Changes.Outcome.TooLate(begun);
        assertThat(move(begun, Wish.atOnce(TODAY), NOW)).isEqualTo(tooLate);
        assertThat(move(begun, Wish.on(begun.purchaseOn()), NOW)).isEqualTo(tooLate);
        assertThat(Changes.callOff(begun, NOW)).isEqualTo(tooLate);
        assertThatThrownBy(() -> Changes.register(begun, GRACE, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("S35")
    void is_too_late_also_when_parked_after_it_has_begun() {
        PurchaseRow parked = scheduled().begun(NOW).parked(Phrase.VENDOR_SILENT.with(), NOW);
        assertThat(Changes.callOff(parked, NOW)).isEqualTo(new Changes.Outcome.TooLate(parked));
    }

    @Test
    @Tag("S35")
    void calls_a_purchase_off_for_good() {
        PurchaseRow calledOff = changed(Changes.callOff(scheduled(), NOW));
        assertThat(calledOff.status()).isEqualTo(Status.CANCELLED);
        assertThat(calledOff.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
        assertThat(notices(calledOff)).containsExactly(new Notice.CalledOff(1, PLANNED));
        assertThat(move(calledOff, Wish.on(PLANNED), NOW)).isEqualTo(new Changes.Outcome.TooLate(calledOff));
        assertThat(told(calledOff).progress().due()).isEmpty();
    }

    @Test
    void waits_for_staff_no_longer_when_a_parked_one_is_moved_or_called_off() {
        PurchaseRow parked = scheduled().parked(Phrase.NO_LONGER_SOLD.with(), NOW);
        assertThat(changed(move(parked, Wish.on(PLANNED.plusDays(1)), NOW)).isParked())
                .isFalse();
        assertThat(changed(Changes.callOff(parked, NOW)).isParked()).isFalse();
        assertThat(move(parked, Wish.on(PLANNED), NOW))
                .as("a repetition does not take it from staff")
                .isEqualTo(new Changes.Outcome.Unchanged(parked));
    }

    @Test
    void does_not_grow_by_changes_of_which_nobody_was_told() {
        PurchaseRow row = scheduled();
        int moves = 0;
        while (move(row, Wish.on(PLANNED.plusDays(moves + 1)), NOW)
                instanceof Changes.Outcome.Changed(PurchaseRow next)) {
            row = next;
            moves++;
        }
        assertThat(moves).isEqualTo(50);
        assertThat(move(row, Wish.on(PLANNED), NOW)).isEqualTo(new Changes.Outcome.TooMany());
        PurchaseRow oneTold = row.withProgress(row.progress().notifying(NOW).notified());
        assertThat(move(oneTold, Wish.on(PLANNED), NOW)).isInstanceOf(Changes.Outcome.Changed.class);
        assertThat(changed(Changes.callOff(row, NOW)).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    @Tag("S36")
    void registers_another_contact_until_it_begins() {
        PurchaseRow registered = Changes.register(scheduled(), GRACE, NOW);
        assertThat(registered.technicalContact()).isEqualTo(GRACE);
        assertThat(registered.progress().deadlines())
                .isEqualTo(scheduled().progress().deadlines());
        assertThat(registered.purchaseOn()).isEqualTo(PLANNED);
    }

    private Changes.Outcome move(PurchaseRow row, Wish wish, Instant now) {
        return Changes.move(row, wish, seller, now);
    }

    private static PurchaseRow changed(Changes.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Changes.Outcome.Changed.class);
        return ((Changes.Outcome.Changed) outcome).row();
    }

    private static List<Notice> notices(PurchaseRow row) {
        return row.progress().outbox().notices();
    }

    /** When its customer has been told. */
    private static PurchaseRow told(PurchaseRow row) {
        return notices(row).isEmpty()
                ? row
                : told(row.withProgress(row.progress().notifying(NOW).notified()));
    }

    private PurchaseRow in(Status status) {
        return scheduled().with(status, scheduled().begun(NOW).progress());
    }

    private PurchaseRow scheduled() {
        return scheduledOn(PLANNED, NOW);
    }

    private PurchaseRow scheduledOn(LocalDate date, Instant now) {
        Plan plan = new Plan(1, date, LineSelection.of(List.of(1)), false);
        return PurchaseRow.scheduled(ID, plan, order.technicalContact(), seller, now)
                .withVersion(1);
    }
}
