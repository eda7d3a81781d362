package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Desk;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/** The mails to the desk that has to buy in the vendor's portal, and to its lead: all that is needed for it, and the link. */
final class DeskNotices {
    private final StaffDraft drafts;
    private final Desk desk;

    DeskNotices(StaffDraft drafts, Desk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    /** @param link to the task's page */
    Mail task(Matter matter, URI link) {
        return draft("desk-task", "desk.until", matter, link).to(desk.email());
    }

    Mail reminder(Matter matter, URI link) {
        return draft("desk-reminder", "desk.should-be-done", matter, link).to(desk.email());
    }

    Mail escalation(Matter matter, URI link) {
        return draft("desk-escalation", "desk.should-be-done", matter, link).to(desk.lead());
    }

    private Draft draft(String kind, String until, Matter matter, URI link) {
        Wording wording = new Wording(desk.language());
        PurchaseRow purchase = matter.purchase();
        DeskTask task = Objects.requireNonNull(purchase.vendor().desk(), "no task of the desk");
        String country = matter.order().customer().address().country();
        return drafts.of(kind, matter, wording)
                .saying(kind + ".intro")
                .fact("customer.country", wording.country(country) + " (" + country + ")")
                .fact("contact", contact(purchase.technicalContact(), wording))
                .fact("purchase.reference", purchase.vendorReference())
                .fact("staff.since", time(task.since(), wording))
                .fact(until, time(task.remindAt(), wording))
                .link("desk.link", link)
                .note("desk.hints", wording.text("desk.hints.text"));
    }

    private static String contact(TechnicalContact contact, Wording wording) {
        String account = wording.text(contact.atlassianAccount() ? "desk.account" : "desk.no-account");
        return contact.name() + ", " + contact.email() + ", " + account;
    }

    private String time(Instant time, Wording wording) {
        return wording.time(time.atZone(desk.zone()));
    }
}
