package afterorder.documents.mail;

import afterorder.documents.wording.Fact;
import afterorder.documents.wording.SlotWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Order;
import afterorder.order.ServiceContact;
import afterorder.order.service.Person;
import afterorder.order.service.Slot;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.List;

/** What every mail about services begins with, and what several say. */
final class ServiceDrafts {
    private final Seller seller;
    private final Catalog catalog;

    ServiceDrafts(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    /** To whom the team contacts at the customer's. @param kind whose title it has */
    Draft toCustomer(String kind, Engaged engaged, Wording wording) {
        Order order = engaged.order();
        String title = wording.text(kind + ".title", engaged.orderNumber());
        Draft draft = new Draft(seller, wording.language(), wording, title).of(engaged.orderNumber(), order);
        greet(draft, order).fact("team", engaged.team().name());
        return UnpricedLines.services(engaged.lines(), catalog, wording.language(), wording)
                .into(draft);
    }

    /** A person by name, and a customer as a whole by none. */
    static Draft greet(Draft draft, Order order) {
        ServiceContact contact = order.serviceContact();
        return contact == null ? draft : draft.greeting("greeting.person", contact.name());
    }

    /** To somebody of the team, in its language. @param kind whose title it has */
    Draft toTeam(String kind, Engaged engaged, Wording wording) {
        Order order = engaged.order();
        Draft draft = new Draft(seller, wording.language(), wording, teamTitle(kind, engaged, wording))
                .greeting("staff.greeting")
                .fact("order", engaged.orderNumber());
        order.customerOrderNumber().ifPresent(own -> draft.fact("team.customers-number", own));
        draft.fact("customer", order.customer().name() + " (" + order.customer().number() + ")");
        return UnpricedLines.services(engaged.lines(), catalog, wording.language(), wording)
                .into(draft);
    }

    private static String teamTitle(String kind, Engaged engaged, Wording wording) {
        String what = wording.text(kind + ".title");
        return engaged.order()
                .customerOrderNumber()
                .map(own -> wording.text("team.title.customers-number", what, engaged.orderNumber(), own))
                .orElseGet(() -> wording.text("team.title", what, engaged.orderNumber()));
    }

    /** Each with when and where. */
    static Draft slots(Draft draft, List<Slot> slots, SlotWording words, Wording wording) {
        if (slots.size() == 1) return draft.step("slot", words.all(slots.getFirst()));
        for (int number = 1; number <= slots.size(); number++) {
            String name = wording.text("slot.numbered", wording.number(number));
            draft.step(new Fact(name, words.all(slots.get(number - 1))));
        }
        return draft;
    }

    static String named(Person person) {
        return person.name() + " (" + person.email() + ")";
    }
}
