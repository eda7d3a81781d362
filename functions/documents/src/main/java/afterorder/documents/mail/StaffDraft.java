package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.Customer;
import afterorder.order.Order;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import java.util.List;

/** What every mail to staff begins with: which order, which purchase, whose, and its lines. */
final class StaffDraft {
    private final Seller seller;
    private final Catalog catalog;
    private final Desk desk;

    StaffDraft(Seller seller, Catalog catalog, Desk desk) {
        this.seller = seller;
        this.catalog = catalog;
        this.desk = desk;
    }

    /** @param kind whose title it has */
    Draft of(String kind, Matter matter, Wording wording) {
        Order order = matter.order();
        Draft draft = new Draft(seller, desk.language(), wording, title(kind, matter, wording))
                .greeting("staff.greeting")
                .fact("order", matter.orderNumber());
        if (matter.row() instanceof CorrectionRow correction)
            draft.fact("correction.of", correction.wanted().invoice());
        if (matter.row() instanceof EngagementRow engagement)
            draft.fact("engagement.number", wording.number(engagement.number()));
        if (!(matter.row() instanceof PurchaseRow purchase)) return customer(draft, order.customer());
        draft.fact("purchase.number", wording.number(purchase.number()));
        var lines = matter.lines(List.of(purchase.number()));
        return UnpricedLines.licenses(lines, catalog, desk.language(), wording).into(customer(draft, order.customer()));
    }

    private static Draft customer(Draft draft, Customer customer) {
        return draft.fact("customer", customer.name() + " (" + customer.number() + ")");
    }

    private static String title(String kind, Matter matter, Wording wording) {
        String what = wording.text(kind + ".title");
        return matter.row() instanceof PurchaseRow purchase
                ? wording.text("staff.title.purchase", what, matter.orderNumber(), purchase.number())
                : wording.text("staff.title", what, matter.orderNumber());
    }
}
