package afterorder.documents.wording;

import afterorder.order.Email;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
import afterorder.order.confirmation.OrderConfirmation.PlannedServices;
import afterorder.order.tax.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a confirmation says beside the lines: when licenses are purchased, and what happens next in each branch (S10). */
public final class ConfirmationWording {
    private final OrderConfirmation confirmation;
    private final Order order;
    private final Wording wording;

    public ConfirmationWording(OrderConfirmation confirmation, Wording wording) {
        this.confirmation = confirmation;
        this.order = confirmation.order();
        this.wording = wording;
    }

    /** What a confirmation begins with; a corrected one says what it takes the place of. */
    public String introduction() {
        return confirmation
                .replaces()
                .map(replaced -> wording.text(
                        "confirmation.corrected.intro", replaced.number(), wording.date(replaced.issuedOn())))
                .orElseGet(() -> wording.text("confirmation.intro"));
    }

    /** Why no VAT is charged, and under which condition; empty where it is charged. */
    public Optional<String> tax(Tax tax) {
        if (tax.isCharged()) return Optional.empty();
        String text = "confirmation.tax." + tax.category().key();
        return Optional.of(wording.text(text, order.customer().vatId()));
    }

    /** Empty when there is nothing to purchase. */
    public List<Fact> purchases() {
        Stream<Fact> purchases = confirmation.purchases().stream().map(this::purchase);
        Stream<Fact> contact = Stream.ofNullable(order.technicalContact()).map(this::contact);
        return has(LicenseLine.class) ? Stream.concat(purchases, contact).toList() : List.of();
    }

    /** @param commissionAt where services can be commissioned */
    public List<Fact> nextSteps(Email commissionAt) {
        List<Fact> steps = new ArrayList<>();
        if (has(LicenseLine.class)) {
            steps.add(fact("confirmation.next.licenses.name", "confirmation.next.licenses"));
        }
        confirmation.services().forEach(services -> steps.add(services(services, commissionAt)));
        return steps;
    }

    private Fact purchase(PlannedPurchase purchase) {
        String when =
                switch (purchase.when()) {
                    case AT_ONCE -> wording.text("confirmation.purchase.at-once");
                    case ON_ITS_DATE -> wording.text("confirmation.purchase.on", wording.date(purchase.on()));
                    case CALLED_OFF -> wording.text("confirmation.purchase.called-off");
                };
        return new Fact(positions(purchase.lines()), when);
    }

    /** By their lines, where there is more than one team. */
    private Fact services(PlannedServices services, Email commissionAt) {
        String name = confirmation.services().size() == 1
                ? wording.text("confirmation.next.services.name")
                : positions(services.lines());
        if (services.calledOff()) return new Fact(name, wording.text("confirmation.next.services.called-off"));
        String text = order.commissioned()
                ? wording.text("confirmation.next.services", services.team())
                : wording.text(
                        "confirmation.next.services.not-commissioned",
                        commissionAt,
                        confirmation.orderId(),
                        services.team());
        return new Fact(name, text);
    }

    private String positions(List<Integer> lines) {
        String name = lines.size() == 1 ? "confirmation.positions.one" : "confirmation.positions";
        return wording.text(name, LineWording.numbers(lines));
    }

    private Fact contact(TechnicalContact contact) {
        String account =
                contact.atlassianAccount() ? "confirmation.contact.account" : "confirmation.contact.no-account";
        return new Fact(
                wording.text("confirmation.contact"),
                contact.name() + ", " + contact.email() + "\n" + wording.text(account));
    }

    private Fact fact(String name, String text) {
        return new Fact(wording.text(name), wording.text(text));
    }

    private boolean has(Class<? extends Line> kind) {
        return order.lines().stream().anyMatch(kind::isInstance);
    }
}
