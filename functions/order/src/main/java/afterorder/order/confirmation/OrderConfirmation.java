package afterorder.order.confirmation;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import afterorder.order.purchase.Plan;
import afterorder.order.service.EngagementPlan;
import afterorder.order.settings.Teams;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an order confirmation says (S4 to S8): each line as ordered, when its licenses will be purchased, and
 * which team delivers its services.
 *
 * @param number ours of the confirmation: {@code AB-2026-00017}
 * @param issuedOn in the seller's zone
 * @param purchases the planned purchases; line numbers count from 1
 * @param services one for each team concerned, in the order of their numbers
 * @param replaces the confirmation that it corrects
 */
public record OrderConfirmation(
        OrderId orderId,
        String number,
        LocalDate issuedOn,
        Order order,
        List<PlannedPurchase> purchases,
        List<PlannedServices> services,
        Optional<Confirmation.Replaced> replaces) {

    /** A planned purchase. @param lines by number */
    public record PlannedPurchase(LocalDate on, When when, List<Integer> lines) {

        /** Right after the dispatch of the confirmation, on its date, or not at all. */
        public enum When {
            AT_ONCE,
            ON_ITS_DATE,
            CALLED_OFF
        }
    }

    /** What one team is to deliver (S13). @param team by its name @param lines by number */
    public record PlannedServices(String team, List<Integer> lines, boolean calledOff) {}

    /**
     * There is one as soon as it has a number.
     *
     * @param order as it stands
     */
    public static OrderConfirmation of(OrderRow row, Order order, Teams teams) {
        Confirmation confirmation = row.confirmation();
        LocalDate issuedOn = confirmation.issuedOn();
        if (issuedOn == null) throw new IllegalStateException(row.id() + " has no confirmation number yet");
        List<PlannedPurchase> purchases =
                row.plans().stream().map(plan -> planned(plan, issuedOn)).toList();
        List<PlannedServices> services =
                row.engagements().stream().map(plan -> planned(plan, teams)).toList();
        return new OrderConfirmation(
                row.id(),
                confirmation.number(),
                issuedOn,
                order,
                purchases,
                services,
                Optional.ofNullable(confirmation.replaces()));
    }

    private static PlannedServices planned(EngagementPlan plan, Teams teams) {
        return new PlannedServices(teams.team(plan.team()).name(), plan.lines(), plan.calledOff());
    }

    private static PlannedPurchase planned(Plan plan, LocalDate issuedOn) {
        return new PlannedPurchase(plan.on(), when(plan, issuedOn), plan.lines().numbers());
    }

    private static PlannedPurchase.When when(Plan plan, LocalDate issuedOn) {
        if (plan.calledOff()) return PlannedPurchase.When.CALLED_OFF;
        return plan.on().isAfter(issuedOn) ? PlannedPurchase.When.ON_ITS_DATE : PlannedPurchase.When.AT_ONCE;
    }

    public Language language() {
        return order.language(DocumentKind.CONFIRMATION);
    }

    public Recipient recipient() {
        return order.recipient(DocumentKind.CONFIRMATION);
    }
}
