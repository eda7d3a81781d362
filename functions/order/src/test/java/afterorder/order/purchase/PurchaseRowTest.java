package afterorder.order.purchase;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Money;
import afterorder.order.Order;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PurchaseRowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Sale SALE = new Sale(NOW, Account.EXISTING, "keys.json");
    private final Seller seller = Settings.bundled().seller();
    private final Order order = orderOf(license(2, null));

    @Test
    @Tag("S34")
    void begins_at_once_when_no_date_is_wished() {
        assertThat(scheduledOn(TODAY).overdue(NOW)).isInstanceOf(PurchaseRow.Overdue.Start.class);
    }

    @Test
    @Tag("S35")
    void begins_a_later_one_at_eight_in_the_seller_s_zone_in_winter_and_summer() {
        assertThat(scheduledOn(LocalDate.of(2026, 12, 15)).progress().due())
                .hasValue(Instant.parse("2026-12-15T07:00:00Z"));
        assertThat(scheduledOn(LocalDate.of(2027, 3, 28)).progress().due())
                .hasValue(Instant.parse("2027-03-28T06:00:00Z"));
        assertThat(scheduledOn(LocalDate.of(2026, 12, 15)).overdue(Instant.parse("2026-12-15T06:59:59Z")))
                .isInstanceOf(PurchaseRow.Overdue.Nothing.class);
    }

    @Test
    void raises_the_attempt_of_a_step_that_died_and_keeps_the_vendor_s_reference() {
        PurchaseRow asking = stored(stored(scheduledOn(TODAY).begun(NOW)).asking(NOW));
        Instant late = NOW.plus(PurchaseRow.LONGEST_STEP);

        PurchaseRow watched = stored(((PurchaseRow.Overdue.Watch) asking.overdue(late)).row());
        PurchaseRow again = ((PurchaseRow.Overdue.Start) watched.overdue(late.plus(PurchaseRow.LONGEST_STEP))).row();

        assertThat(again.isWorkOf(1)).isFalse();
        assertThat(again.isWorkOf(2)).isTrue();
        assertThat(again.asked()).isTrue();
        assertThat(again.vendorReference()).isEqualTo(asking.vendorReference());
        assertThat(again.executionName()).isEqualTo(ID + "-purchase-1-2");
    }

    @Test
    void takes_a_new_reference_after_a_refusal_only() {
        PurchaseRow asking = scheduledOn(TODAY).begun(NOW).asking(NOW);
        PurchaseRow refused = asking.refused("no credit", NOW);
        assertThat(refused.vendorReference()).isNotEqualTo(asking.vendorReference());
        assertThat(refused.asked()).isFalse();
        assertThat(refused.status()).isEqualTo(Status.PURCHASING);
        assertThat(refused.progress().parked().reason()).isEqualTo("refused by the vendor: no credit");
        assertThat(refused.progress().due()).isEmpty();
    }

    @Test
    void accepts_a_sale_that_is_learned_late_and_is_parked_no_longer() {
        PurchaseRow parked = scheduledOn(TODAY).begun(NOW).asking(NOW).parked("the vendor was silent", NOW);
        PurchaseRow purchased = parked.purchased(SALE, NOW);
        assertThat(purchased.progress().parked()).isNull();
        assertThat(purchased.status()).isEqualTo(Status.PURCHASED);
    }

    @Test
    @Tag("S44")
    @Tag("S47")
    void bills_what_was_purchased_and_mails_it_once_an_attempt() {
        PurchaseRow purchased = scheduledOn(TODAY).begun(NOW).asking(NOW).purchased(SALE, NOW);
        PurchaseRow numbered = purchased.numbered(
                new Billing("R-2026-00001", "L-2026-00001", TODAY, total(purchased), null, null), NOW);
        assertThat(billed(numbered).invoice().totals().gross().amount()).isEqualByComparingTo("99960.00");
        assertThat(billed(numbered).invoice().dueOn()).isEqualTo(TODAY.plusDays(14));

        PurchaseRow mailing = numbered.mailing(NOW);
        assertThat(numbered.mayBeBilledBy(1)).isTrue();
        assertThat(mailing.mayBeBilledBy(1)).isFalse();
        assertThat(mailing.begun(NOW).mayBeBilledBy(1)).isFalse();
        assertThat(mailing.begun(NOW).mayBeBilledBy(2)).isTrue();
        assertThat(mailing.begun(NOW).billing().invoiceNumber()).isEqualTo("R-2026-00001");

        PurchaseRow invoiced = mailing.invoiced(NOW);
        assertThat(invoiced.progress().due()).isEmpty();
        assertThatThrownBy(() -> invoiced.begun(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("S45")
    void finds_where_the_vendor_sold_otherwise_than_ordered() {
        Entitlement complete = entitlement(1, "key");
        assertThat(Sale.deviations(Map.of(1, license(2, null)), List.of(complete, complete)))
                .isEmpty();
        assertThat(Sale.deviations(Map.of(1, license(2, null)), List.of(complete)))
                .containsExactly("line 1: ordered 2, sold 1");
        assertThat(Sale.deviations(Map.of(1, license(1, null)), List.of(entitlement(1, null))))
                .containsExactly("line 1: sold without SEN and key");
        assertThat(Sale.deviations(Map.of(1, license(1, null)), List.of(complete, entitlement(7, "key"))))
                .containsExactly("line 7: sold, not ordered");
    }

    @Test
    void shows_no_key_in_its_words() {
        assertThat(entitlement(1, "AAABsecret").toString()).doesNotContain("AAABsecret");
    }

    private BilledPurchase billed(PurchaseRow row) {
        return new BilledPurchase(row, order, seller);
    }

    private Money total(PurchaseRow row) {
        return billed(row).total();
    }

    private static Entitlement entitlement(int line, String key) {
        return new Entitlement(line, "SEN-1", key, null, null, TODAY, TODAY.plusYears(1));
    }

    private PurchaseRow scheduledOn(LocalDate date) {
        PlannedPurchase plan = new PlannedPurchase(date, !date.isAfter(TODAY), List.of(1));
        return stored(PurchaseRow.scheduled(ID, 1, plan, order.technicalContact(), seller, NOW));
    }

    private static PurchaseRow stored(PurchaseRow row) {
        return row.withVersion(row.version() + 1);
    }
}
