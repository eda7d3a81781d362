package afterorder.order.confirmation;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.TechnicalContact;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Changes;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContactChangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TechnicalContact GRACE =
            new TechnicalContact("Grace Admin", new Email("grace@muster.example"), false);
    private final Seller seller = Settings.bundled().seller();
    private final Order order = orderOf(license(1, null), license(1, TODAY.plusDays(5)), license(1, TODAY.plusDays(9)));
    private final TechnicalContact ada = order.technicalContact();
    private final OrderRow received = OrderRow.received(
                    ID, "shop", "hash", order, seller, Settings.bundled().teams(), NOW)
            .withVersion(1);
    private final OrderRow sent =
            received.sending("AB-2026-00001", TODAY, NOW).sent("first@eu-central-1.amazonses.com", NOW);
    private final List<PurchaseRow> scheduled = sent.plans().stream()
            .map(plan -> PurchaseRow.scheduled(ID, plan, ada, seller, NOW).withVersion(1))
            .toList();

    @Test
    @Tag("S36")
    void holds_for_the_whole_order_before_the_dispatch() {
        ContactChange.Outcome.Changed changed = changed(of(received, List.of(), GRACE));
        assertThat(changed.order().asItStands(order).technicalContact()).isEqualTo(GRACE);
        assertThat(changed.purchases()).isEmpty();
        assertThat(changed.numbers()).containsExactly(1, 2, 3);
        assertThat(notices(changed.order()))
                .containsExactly(new Notice.ContactChanged(List.of(1, 2, 3), GRACE.email()));
    }

    @Test
    @Tag("S36")
    void holds_for_every_purchase_that_has_not_begun_and_tells_the_customer_once() {
        List<PurchaseRow> purchases = List.of(scheduled.get(0).begun(NOW), scheduled.get(1), scheduled.get(2));
        ContactChange.Outcome.Changed changed = changed(of(sent, purchases, GRACE));
        assertThat(changed.purchases()).extracting(PurchaseRow::number).containsExactly(2, 3);
        assertThat(changed.purchases()).allSatisfy(purchase -> {
            assertThat(purchase.technicalContact()).isEqualTo(GRACE);
            assertThat(purchase.progress().outbox().isEmpty()).isTrue();
            assertThat(purchase.progress().deadlines()).containsOnlyKeys(Deadline.PURCHASE);
        });
        assertThat(notices(changed.order())).containsExactly(new Notice.ContactChanged(List.of(2, 3), GRACE.email()));
        assertThat(changed.order().confirmation()).as("it is out").isEqualTo(sent.confirmation());
    }

    @Test
    void changes_nothing_when_repeated_also_when_everything_has_begun_since() {
        ContactChange.Outcome.Changed changed = changed(of(sent, scheduled, GRACE));
        assertThat(of(changed.order(), changed.purchases(), GRACE))
                .isEqualTo(new ContactChange.Outcome.Unchanged(List.of(1, 2, 3)));
        List<PurchaseRow> begun =
                changed.purchases().stream().map(row -> row.begun(NOW)).toList();
        assertThat(of(changed.order(), begun, GRACE)).isEqualTo(new ContactChange.Outcome.Unchanged(List.of()));
        assertThat(of(received, List.of(), ada)).isEqualTo(new ContactChange.Outcome.Unchanged(List.of(1, 2, 3)));
    }

    @Test
    @Tag("S36")
    void is_too_late_when_no_purchase_is_left() {
        List<PurchaseRow> ended = List.of(scheduled.get(0).begun(NOW), calledOff(scheduled.get(1)));
        assertThat(of(sent, ended, GRACE)).isEqualTo(new ContactChange.Outcome.NoneLeft());
        OrderRow nothing = received;
        for (int number = 1; number <= 3; number++) {
            nothing = ((PlanChanges.Outcome.Changed) PlanChanges.callOff(nothing, number, NOW)).row();
        }
        assertThat(of(nothing, List.of(), GRACE)).isEqualTo(new ContactChange.Outcome.NoneLeft());
    }

    @Test
    void reaches_a_rest_that_still_has_the_contact_of_a_purchase_that_began_earlier() {
        ContactChange.Outcome.Changed changed = changed(of(sent, scheduled.subList(1, 3), GRACE));
        List<PurchaseRow> withRest =
                List.of(scheduled.get(0), changed.purchases().get(0));
        ContactChange.Outcome.Changed again = changed(of(changed.order(), withRest, GRACE));
        assertThat(again.purchases()).extracting(PurchaseRow::number).containsExactly(1);
        assertThat(again.numbers()).containsExactly(1, 2);
    }

    @Test
    void asks_to_come_again_while_the_confirmation_is_being_sent() {
        assertThat(of(received.sending("AB-2026-00001", TODAY, NOW), List.of(), GRACE))
                .isEqualTo(new ContactChange.Outcome.BeingSent());
    }

    @Test
    void has_no_place_in_an_order_of_services() {
        Order services = orderOf(afterorder.order.TestOrders.service()).withTechnicalContact(null);
        OrderRow row = OrderRow.received(
                ID, "shop", "hash", services, seller, Settings.bundled().teams(), NOW);
        assertThat(ContactChange.of(row, List.of(), null, GRACE, NOW)).isEqualTo(new ContactChange.Outcome.NoneLeft());
    }

    @Test
    void does_not_grow_by_changes_of_which_nobody_was_told() {
        OrderRow row = received;
        TechnicalContact next = GRACE;
        while (of(row, List.of(), next) instanceof ContactChange.Outcome.Changed changed) {
            row = changed.order();
            next = next.equals(GRACE) ? ada : GRACE;
        }
        assertThat(of(row, List.of(), next)).isEqualTo(new ContactChange.Outcome.TooMany());
        assertThat(notices(row)).hasSize(50);
    }

    private ContactChange.Outcome of(OrderRow row, List<PurchaseRow> purchases, TechnicalContact wanted) {
        return ContactChange.of(row, purchases, row.asItStands(order).technicalContact(), wanted, NOW);
    }

    private static PurchaseRow calledOff(PurchaseRow row) {
        return ((Changes.Outcome.Changed) Changes.callOff(row, NOW)).row();
    }

    private static List<Notice> notices(OrderRow row) {
        return row.progress().outbox().notices();
    }

    private static ContactChange.Outcome.Changed changed(ContactChange.Outcome outcome) {
        assertThat(outcome).isInstanceOf(ContactChange.Outcome.Changed.class);
        return (ContactChange.Outcome.Changed) outcome;
    }
}
