package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Amendments;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.ContactAccount.Status;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final PurchaseRow purchased = Purchases.purchased(orderOf(license(1, null)), Account.NONE);

    @Test
    @Tag("S38")
    void awaits_nothing_where_the_account_existed() {
        PurchaseRow existing = Purchases.purchased(orderOf(license(1, null)), Account.EXISTING);
        assertThat(existing.sale().account().status()).isEqualTo(Status.EXISTING);
        assertThat(existing.progress().deadlines()).doesNotContainKey(Deadline.VERIFICATION);
    }

    @Test
    @Tag("S40")
    @Tag("S41")
    void looks_after_1_3_7_and_14_days_reminds_twice_and_then_tells_staff() {
        PurchaseRow row = purchased;
        List<Long> days = new ArrayList<>();
        while (row.sale().account().isPending()) {
            Instant due = row.progress().deadlines().get(Deadline.VERIFICATION);
            days.add(Duration.between(NOW, due).toDays());
            row = Verification.answered(row, row.sale().account().looks(), Account.NONE, due)
                    .orElseThrow();
        }
        assertThat(days).containsExactly(1L, 3L, 7L, 14L);
        assertThat(row.sale().account().status()).isEqualTo(Status.UNVERIFIED);
        assertThat(row.progress().outbox().notices())
                .containsExactly(
                        new Notice.VerificationReminder(3),
                        new Notice.VerificationReminder(7),
                        new Notice.Unverified());
        assertThat(row.progress().deadlines()).doesNotContainKey(Deadline.VERIFICATION);
    }

    @Test
    @Tag("S42")
    void ends_by_itself_when_the_account_is_verified() {
        PurchaseRow verified =
                Verification.answered(purchased, 0, Account.VERIFIED, NOW).orElseThrow();
        assertThat(verified.sale().account().status()).isEqualTo(Status.VERIFIED);
        assertThat(verified.progress().outbox().isEmpty()).isTrue();
        assertThat(verified.progress().deadlines()).doesNotContainKey(Deadline.VERIFICATION);
        assertThat(Verification.answered(verified, 1, Account.NONE, NOW)).isEmpty();
    }

    @Test
    void takes_each_look_once() {
        Instant due = purchased.progress().deadlines().get(Deadline.VERIFICATION);
        PurchaseRow looked =
                Verification.answered(purchased, 0, Account.NONE, due).orElseThrow();
        assertThat(Verification.answered(looked, 0, Account.NONE, due)).isEmpty();
        assertThat(Verification.answered(looked, 2, Account.NONE, due)).isEmpty();
    }

    @Test
    @Tag("S40")
    void does_not_count_a_look_before_its_day() {
        PurchaseRow told = told(purchased);
        assertThat(told.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
        PurchaseRow looked = Verification.answered(told, 0, Account.NONE, NOW).orElseThrow();
        assertThat(looked.sale()).isEqualTo(purchased.sale());
        assertThat(looked.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW.plus(Duration.ofDays(1)));
        assertThat(Verification.answered(told, 0, Account.VERIFIED, NOW)
                        .orElseThrow()
                        .sale()
                        .account()
                        .status())
                .isEqualTo(Status.VERIFIED);
    }

    @Test
    @Tag("S41")
    @Tag("S42")
    void is_verified_also_after_it_was_given_up_as_soon_as_somebody_says_so() {
        PurchaseRow given = purchased;
        while (given.sale().account().isPending()) {
            Instant due = given.progress().deadlines().get(Deadline.VERIFICATION);
            given = Verification.answered(given, given.sale().account().looks(), Account.NONE, due)
                    .orElseThrow();
        }
        int look = given.sale().account().looks();
        assertThat(Verification.answered(given, look, Account.VERIFIED, NOW))
                .as("nobody has asked")
                .isEmpty();

        PurchaseRow told = told(given);
        assertThat(Verification.awaits(told, look)).isTrue();
        PurchaseRow asking = ((Overdue.Verify<PurchaseRow>) told.overdue(NOW)).row();
        assertThat(Verification.isAskedAnew(asking, asking)).isFalse();
        assertThat(Verification.isAskedAnew(asking, told(asking, "event-2"))).isTrue();
        PurchaseRow verified =
                Verification.answered(told, look, Account.VERIFIED, NOW).orElseThrow();
        assertThat(verified.sale().account().status()).isEqualTo(Status.VERIFIED);
        assertThat(verified.progress().history().getLast().what()).contains("has verified the account");
        assertThat(verified.progress().outbox()).isEqualTo(given.progress().outbox());
        assertThat(verified.progress().deadlines()).doesNotContainKey(Deadline.VERIFICATION);

        PurchaseRow still = Verification.answered(told, look, Account.NONE, NOW).orElseThrow();
        assertThat(still.sale()).isEqualTo(given.sale());
        assertThat(still.progress()).isEqualTo(given.progress());
    }

    private static PurchaseRow told(PurchaseRow row) {
        return told(row, "event-1");
    }

    private static PurchaseRow told(PurchaseRow row, String event) {
        return new VendorEvent(event, row.vendorReference()).appliedTo(row, NOW).orElseThrow();
    }

    @Test
    void holds_up_neither_the_invoice_nor_the_end() {
        Billing billing = new Billing("R-1", "L-1", Purchases.TODAY, null, Purchases.TAX, Amendments.NONE, 1, null);
        PurchaseRow invoiced = BillingSteps.invoiced(BillingSteps.numbered(purchased, billing, NOW), NOW);
        assertThat(invoiced.status().isEnd()).isTrue();
        assertThat(invoiced.progress().deadlines()).containsOnlyKeys(Deadline.VERIFICATION);
        Instant due = invoiced.progress().due().orElseThrow();
        assertThat(invoiced.overdue(due)).isInstanceOf(Overdue.Verify.class);
        assertThat(((Overdue.Verify<PurchaseRow>) invoiced.overdue(due))
                        .row()
                        .progress()
                        .due())
                .as("asked again when the question gets lost")
                .hasValue(due.plus(Duration.ofHours(1)));
    }
}
