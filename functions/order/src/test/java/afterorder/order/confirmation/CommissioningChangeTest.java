package afterorder.order.confirmation;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.TestOrders.service;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Commissioning;
import afterorder.order.Order;
import afterorder.order.confirmation.CommissioningChange.Outcome;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S12")
class CommissioningChangeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Commissioning WANTED =
            new Commissioning("Erika Muster", LocalDate.of(2026, 11, 30), "PO 4711", NOW);

    private final Settings settings = Settings.bundled();
    private final Order order = orderOf(service(), license(1, null));
    private final OrderRow received = row(order);

    @Test
    void is_kept_with_the_order_until_its_confirmation_is_out() {
        Outcome.Changed changed = (Outcome.Changed) change(received, List.of(), WANTED);
        assertThat(changed.engagements()).isEmpty();
        assertThat(changed.order().asItStands(order).commissioned()).isTrue();
        EngagementRow planned = engagement(changed.order());
        assertThat(planned.status()).isEqualTo(EngagementRow.Status.COMMISSIONED);
        assertThat(planned.commissioning()).isEqualTo(WANTED);
    }

    @Test
    void gives_each_team_its_task_when_the_confirmation_is_out() {
        OrderRow sent = received.sending("AB-2026-00001", LocalDate.of(2026, 11, 30), NOW)
                .sent("id", NOW);
        EngagementRow waiting = engagement(sent);
        assertThat(waiting.status()).isEqualTo(EngagementRow.Status.WAITING);
        Outcome.Changed changed = (Outcome.Changed) change(sent, List.of(waiting), WANTED);
        assertThat(changed.engagements()).singleElement().satisfies(row -> assertThat(
                        row.progress().outbox().notices())
                .containsExactly(new ServiceNotice.EngagementTask()));
        assertThat(changed.order().confirmation()).isEqualTo(sent.confirmation());
    }

    @Test
    void is_said_once_and_answered_the_same_when_repeated() {
        OrderRow commissioned = ((Outcome.Changed) change(received, List.of(), WANTED)).order();
        Commissioning later = new Commissioning("Erika Muster", WANTED.on(), "PO 4711", NOW.plusSeconds(60));
        assertThat(change(commissioned, List.of(), later)).isEqualTo(new Outcome.Unchanged(WANTED));
        Commissioning other = new Commissioning("Otto Muster", WANTED.on(), null, NOW);
        assertThat(change(commissioned, List.of(), other)).isEqualTo(new Outcome.Otherwise(WANTED));
    }

    @Test
    void waits_while_the_confirmation_is_being_sent() {
        OrderRow sending = received.sending("AB-2026-00001", LocalDate.of(2026, 11, 30), NOW);
        assertThat(change(sending, List.of(), WANTED)).isEqualTo(new Outcome.BeingSent());
    }

    @Test
    void needs_services_that_are_not_called_off() {
        assertThat(CommissioningChange.of(
                        row(orderOf(license(1, null))), List.of(), orderOf(license(1, null)), WANTED, settings, NOW))
                .isEqualTo(new Outcome.NoServices());
        OrderRow calledOff = ((ServiceChanges.Outcome.Changed) ServiceChanges.callOff(received, order, 1, NOW)).row();
        assertThat(change(calledOff, List.of(), WANTED)).isEqualTo(new Outcome.NoServices());
        assertThat(engagement(calledOff).status()).isEqualTo(EngagementRow.Status.CANCELLED);
    }

    @Test
    void leaves_no_way_to_call_services_off() {
        OrderRow commissioned = ((Outcome.Changed) change(received, List.of(), WANTED)).order();
        assertThat(ServiceChanges.callOff(commissioned, order, 1, NOW))
                .isInstanceOf(ServiceChanges.Outcome.Commissioned.class);
    }

    private Outcome change(OrderRow row, List<EngagementRow> engagements, Commissioning wanted) {
        return CommissioningChange.of(row, engagements, order, wanted, settings, NOW);
    }

    private EngagementRow engagement(OrderRow row) {
        return EngagementRow.planned(
                ID,
                row.engagements().getFirst(),
                row.commissioning(order, settings.seller()),
                settings.teams().team("consulting"),
                NOW);
    }

    private OrderRow row(Order order) {
        return OrderRow.received(ID, "shop", "hash", order, settings.seller(), settings.teams(), NOW);
    }
}
