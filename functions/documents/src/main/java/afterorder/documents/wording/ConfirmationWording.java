package afterorder.documents.wording;

import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.ServiceLine;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.OrderConfirmation;
import afterorder.order.confirmation.OrderConfirmation.PlannedPurchase;
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

    public List<Fact> nextSteps() {
        List<Fact> steps = new ArrayList<>();
        if (has(LicenseLine.class)) {
            steps.add(fact("confirmation.next.licenses.name", "confirmation.next.licenses"));
        }
        if (has(ServiceLine.class)) {
            steps.add(fact(
                    "confirmation.next.services.name",
                    order.commissioned()
                            ? "confirmation.next.services"
                            : "confirmation.next.services.not-commissioned"));
        }
        return steps;
    }

    private Fact purchase(PlannedPurchase purchase) {
        String name = purchase.lines().size() == 1 ? "confirmation.positions.one" : "confirmation.positions";
        String when =
                switch (purchase.when()) {
                    case AT_ONCE -> wording.text("confirmation.purchase.at-once");
                    case ON_ITS_DATE -> wording.text("confirmation.purchase.on", wording.date(purchase.on()));
                    case CALLED_OFF -> wording.text("confirmation.purchase.called-off");
                };
        return new Fact(wording.text(name, LineWording.numbers(purchase.lines())), when);
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
