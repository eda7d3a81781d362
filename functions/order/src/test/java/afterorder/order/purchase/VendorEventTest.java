package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Order;
import afterorder.order.row.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S34")
class VendorEventTest {
    private final Order order = orderOf(license(2, null));

    @Test
    void leaves_a_sale_that_staff_has_to_decide_on_to_staff() {
        PurchaseRow asking = Purchases.asking(order);
        Entitlement one = Purchases.entitlement(1, license(1, null), "key");
        PurchaseRow deviating = Purchases.completed(asking, order, Account.EXISTING, List.of(one));
        assertThat(deviating.isParked()).isTrue();
        assertThat(event(asking).appliedTo(deviating, NOW)).isEmpty();
    }

    @Test
    void says_nothing_new_about_what_is_not_asked_for_yet_or_is_bought() {
        PurchaseRow scheduled = Purchases.scheduled(order, Purchases.TODAY);
        PurchaseRow begun = scheduled.begun(NOW);
        PurchaseRow purchased = Purchases.purchased(order, Account.EXISTING);
        for (PurchaseRow row : List.of(scheduled, begun, purchased)) {
            assertThat(event(row).appliedTo(row, NOW)).isEmpty();
        }
    }

    @Test
    @Tag("S41")
    void has_the_vendor_asked_about_an_account_that_waits_to_be_verified_once() {
        PurchaseRow purchased = Purchases.purchased(order, Account.NONE);
        PurchaseRow told = event(purchased).appliedTo(purchased, NOW).orElseThrow();
        assertThat(told.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
        assertThat(told.progress().deadlines().get(Deadline.INVOICING))
                .isEqualTo(purchased.progress().deadlines().get(Deadline.INVOICING));
        assertThat(event(purchased).appliedTo(told, NOW)).isEmpty();
        VendorEvent another = new VendorEvent("event-2", purchased.vendorReference());
        assertThat(another.appliedTo(told, NOW)).as("about to be asked").isEmpty();
    }

    @Test
    void ends_the_vendor_s_silence() {
        PurchaseRow asking = Purchases.asking(order);
        var later = NOW.plus(Duration.ofHours(30));
        PurchaseRow told = event(asking).appliedTo(asking, later).orElseThrow();
        assertThat(Buying.unanswered(told, Optional.empty(), later).isParked()).isFalse();
        assertThat(Buying.unanswered(asking, Optional.empty(), later).isParked())
                .isTrue();
    }

    @Test
    void knows_which_references_are_ours() {
        PurchaseRow row = Purchases.asking(order);
        assertThat(event(row).purchase()).contains(row.key());
        for (String other : List.of("", "o-1", row.key().orderId() + "-purchase-0-1", row.vendorReference() + "-1")) {
            assertThat(new VendorEvent("e", other).purchase()).as(other).isEmpty();
        }
    }

    private static VendorEvent event(PurchaseRow row) {
        return new VendorEvent("event-1", row.vendorReference());
    }
}
