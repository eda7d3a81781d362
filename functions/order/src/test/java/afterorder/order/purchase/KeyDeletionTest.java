package afterorder.order.purchase;

import static afterorder.order.purchase.Purchases.NOW;
import static afterorder.order.purchase.Purchases.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.LicenseLine.Deployment;
import afterorder.order.TestOrders;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDeletionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Entitlement ONE_YEAR = license("SEN-1", LocalDate.of(2027, 11, 22));
    private static final Entitlement TWO_YEARS = license("SEN-2", LocalDate.of(2028, 11, 22));

    @Test
    void each_key_goes_when_ninety_days_after_its_term_are_over() {
        Instant first = Instant.parse("2028-02-20T23:00:00Z");
        assertThat(KeyDeletion.next(List.of(TWO_YEARS, ONE_YEAR), BERLIN)).contains(first);
        assertThat(KeyDeletion.remaining(List.of(ONE_YEAR, TWO_YEARS), BERLIN, first.minusSeconds(1)))
                .containsExactly(ONE_YEAR, TWO_YEARS);
        List<Entitlement> left = KeyDeletion.remaining(List.of(ONE_YEAR, TWO_YEARS), BERLIN, first);
        assertThat(left).containsExactly(ONE_YEAR.withKey(null), TWO_YEARS);
        assertThat(KeyDeletion.next(left, BERLIN)).contains(Instant.parse("2029-02-20T23:00:00Z"));
    }

    @Test
    void nothing_is_awaited_where_no_key_is_left() {
        PurchaseRow row = Purchases.scheduled(TestOrders.orderOf(TestOrders.license(1, null)), TODAY);
        PurchaseRow awaiting = KeyDeletion.awaited(row, List.of(ONE_YEAR), BERLIN);
        assertThat(awaiting.progress().deadlines()).containsKey(Deadline.KEYS);
        assertThat(KeyDeletion.awaited(awaiting, List.of(ONE_YEAR.withKey(null)), BERLIN))
                .isEqualTo(row);
    }

    @Test
    void a_deletion_that_got_lost_is_asked_for_again_an_hour_later() {
        PurchaseRow row = Purchases.scheduled(TestOrders.orderOf(TestOrders.license(1, null)), TODAY);
        PurchaseRow awaiting = row.withProgress(row.progress().awaitingNothing().beside(Deadline.KEYS, NOW));
        assertThat(awaiting.overdue(NOW.minusSeconds(1))).isInstanceOf(Overdue.Nothing.class);
        assertThat(awaiting.overdue(NOW)).isInstanceOfSatisfying(Overdue.ForgetKeys.class, asked -> assertThat(
                        asked.row().progress().deadlines())
                .containsEntry(Deadline.KEYS, NOW.plus(Duration.ofHours(1))));
    }

    private static Entitlement license(String sen, LocalDate endsOn) {
        return new Entitlement(1, "jira", Deployment.DATA_CENTER, 500, sen, "key", null, null, TODAY, endsOn);
    }
}
