package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import java.util.SortedMap;

/** The mails to the technical contact: no prices, no documents, no keys. */
final class ContactMails {
    private final Seller seller;
    private final Catalog catalog;

    ContactMails(Seller seller, Catalog catalog) {
        this.seller = seller;
        this.catalog = catalog;
    }

    /** After the purchase: where the licenses are, or what to do first (S43). */
    Mail purchased(
            OrderId id,
            Order order,
            TechnicalContact contact,
            ContactAccount.Status status,
            SortedMap<Integer, LicenseLine> lines) {
        Wording wording = new Wording(order.language());
        AccountWording account = new AccountWording(contact, lines.values(), wording);
        boolean exists = AccountWording.exists(status);
        String texts = exists ? "contact.existing" : "contact.pending";
        Draft draft = draft(texts, id.value(), order, contact, lines, wording)
                .saying(texts + ".intro", order.customer().name())
                .step("mail.to-do", exists ? account.whereToFind() : account.howToVerify());
        return draft.to(contact.email(), order);
    }

    /** @param day since the purchase (S40) */
    Mail reminder(int day, Matter matter) {
        Order order = matter.order();
        Wording wording = new Wording(order.language());
        TechnicalContact contact = matter.contact();
        SortedMap<Integer, LicenseLine> lines = matter.purchase().lines().of(order);
        AccountWording account = new AccountWording(contact, lines.values(), wording);
        Draft draft = draft("contact.reminder", matter.orderNumber(), order, contact, lines, wording)
                .saying(
                        "contact.reminder.intro",
                        wording.number(day),
                        order.customer().name())
                .step("mail.to-do", account.howToVerify())
                .note("contact.reminder.done", wording.text("contact.reminder.done.text"));
        return draft.to(contact.email(), order);
    }

    private Draft draft(
            String texts,
            String orderNumber,
            Order order,
            TechnicalContact contact,
            SortedMap<Integer, LicenseLine> lines,
            Wording wording) {
        Draft draft = new Draft(seller, order.language(), wording, wording.text(texts + ".title", orderNumber))
                .greeting("greeting.person", contact.name())
                .of(orderNumber, order);
        return UnpricedLines.licenses(lines, catalog, order.language(), wording).into(draft);
    }
}
