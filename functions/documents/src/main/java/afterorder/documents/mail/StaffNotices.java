package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.TechnicalContact;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.feedback.Feedback;
import afterorder.order.notice.Notice;
import afterorder.order.row.Parked;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import afterorder.order.settings.Desk;
import java.net.URI;
import java.util.Set;

/** The mails to staff about what cannot go on by itself: what it is, why, and what can be done. */
final class StaffNotices {
    /** Mails that the technical contact should have got. */
    private static final Set<String> TO_CONTACT = Set.of("verification-reminder", "purchased");

    private final StaffDraft drafts;
    private final Desk desk;

    StaffNotices(StaffDraft drafts, Desk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    Mail parked(Matter matter, URI api) {
        Wording wording = new Wording(desk.language());
        Parked.Told parked = matter.row().progress().told(desk.language()).orElseThrow();
        Draft draft = drafts.of("parked", matter, wording)
                .saying("parked.intro." + what(matter.row()))
                .fact("staff.reason", parked.reason())
                .fact("staff.since", wording.time(parked.since().atZone(desk.zone())));
        if (!parked.details().isEmpty()) draft.step("staff.details", String.join("\n", parked.details()));
        draft.step("staff.possible", String.join("\n", new DeskCalls(matter, api, wording).remedies()));
        return draft.step("staff.access", wording.text("staff.access.text")).to(desk.email());
    }

    private static String what(WorkedRow row) {
        return switch (row) {
            case OrderRow order -> "order";
            case CorrectionRow correction -> "correction";
            case EngagementRow engagement -> "engagement";
            default -> "purchase";
        };
    }

    Mail unverified(Matter matter) {
        Wording wording = new Wording(desk.language());
        TechnicalContact contact = matter.contact();
        return drafts.of("unverified", matter, wording)
                .saying("unverified.intro")
                .fact("contact", contact.name() + ", " + contact.email())
                .step("mail.to-do", wording.text("unverified.to-do"))
                .to(desk.email());
    }

    Mail undelivered(Notice.Undelivered undelivered, Matter matter, URI api) {
        Wording wording = new Wording(desk.language());
        boolean wasToContact = TO_CONTACT.contains(undelivered.notice());
        Draft draft = drafts.of("undelivered", matter, wording)
                .saying("undelivered.intro")
                .fact("undelivered.what", wording.text("undelivered.what." + undelivered.notice()))
                .fact(
                        "undelivered.to",
                        reader(undelivered, wasToContact, matter).address())
                .fact("staff.reason", undelivered.reason().in(desk.language()));
        if (!wasToContact) {
            draft.step("staff.possible", new DeskCalls(matter, api, wording).mailAddress());
            draft.step("staff.access", wording.text("staff.access.text"));
        }
        return draft.to(desk.email());
    }

    /** What was mailed elsewhere needs nobody's call, but perhaps another address. */
    Mail returned(Notice.Returned returned, Matter matter, URI api) {
        Wording wording = new Wording(desk.language());
        String intro = returned.what() == Feedback.What.COMPLAINED ? "complained" : "not-arrived";
        Draft draft = drafts.of("returned", matter, wording)
                .saying("returned.intro." + intro)
                .fact("undelivered.what", wording.text("undelivered.what." + returned.notice()))
                .fact("undelivered.to", returned.to().address())
                .fact("staff.reason", returned.reason().in(desk.language()));
        if (returned.instead() != null)
            draft.fact("returned.instead", returned.instead().address());
        draft.step("mail.to-do", wording.text(returned.instead() == null ? "returned.to-do" : "returned.to-check"));
        if (!TO_CONTACT.contains(returned.notice())) {
            draft.step("staff.possible", new DeskCalls(matter, api, wording).mailAddress());
            draft.step("staff.access", wording.text("staff.access.text"));
        }
        return draft.to(desk.email());
    }

    Mail unprintable(Notice.Unprintable unprintable, Matter matter) {
        Wording wording = new Wording(desk.language());
        return drafts.of("unprintable", matter, wording)
                .saying("unprintable.intro")
                .fact("unprintable.document", unprintable.document())
                .fact("unprintable.letters", String.join(" ", unprintable.letters()))
                .step("mail.to-do", wording.text("unprintable.to-do"))
                .to(desk.email());
    }

    private static Email reader(Notice.Undelivered undelivered, boolean isContact, Matter matter) {
        if (undelivered.to() != null) return undelivered.to();
        if (matter.row() instanceof EngagementRow)
            return matter.order().contactForServices().email();
        return isContact
                ? matter.contact().email()
                : matter.order().recipient(DocumentKind.CONFIRMATION).email();
    }
}
