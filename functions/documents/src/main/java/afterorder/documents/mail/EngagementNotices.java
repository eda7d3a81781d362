package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.service.Appointment;
import afterorder.order.service.Details;
import afterorder.order.service.Performance;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Slot;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mails to the customer about services, but for their dates: details (S17), the record's sign-off, and the end. */
final class EngagementNotices {
    private final ServiceDrafts drafts;

    EngagementNotices(ServiceDrafts drafts) {
        this.drafts = drafts;
    }

    /** All that is agreed now, with the appointments that were ahead when it was. */
    Mail details(Engaged engaged, URI page) {
        Details details = Objects.requireNonNull(engaged.row().agreement().details(), "no details are agreed");
        Wording wording = wording(engaged);
        Draft draft = drafts.toCustomer("details-agreed", engaged, wording)
                .saying("details-agreed.intro", engaged.team().name())
                .fact("details.by", details.by().name())
                .fact("details.at", wording.time(details.at().atZone(engaged.customerZone())))
                .link("service.link", page);
        boolean isAny = add(draft, "details.goal", details.goal())
                | add(draft, "details.place", details.place())
                | add(draft, "details.participants", details.participants())
                | add(draft, "details.prerequisites", details.prerequisites())
                | add(draft, "details.remarks", details.remarks());
        if (!isAny) draft.step("details", wording.text("details.none"));
        List<Slot> ahead =
                engaged.row().dates().ahead(details.at()).map(Appointment::slot).toList();
        if (ahead.isEmpty()) draft.step("slot", wording.text("slot.none"));
        return ServiceDrafts.slots(draft, ahead, engaged.slotsForCustomer(wording), wording)
                .note("mail.question", "service.question", engaged.team().name())
                .to(engaged.contact().email(), engaged.order());
    }

    private static boolean add(Draft draft, String name, @Nullable String detail) {
        if (detail == null) return false;
        draft.step(name, detail);
        return true;
    }

    Mail signOffReminder(Engaged engaged, URI page) {
        Performance performance = engaged.row().performance();
        RecordIssue issue = Objects.requireNonNull(performance.issue(), "no record is issued");
        Wording wording = wording(engaged);
        return drafts.toCustomer("sign-off-reminder", engaged, wording)
                .saying("sign-off-reminder.intro", issue.number(), wording.date(issue.issuedOn()))
                .fact("performance-record.number", issue.number())
                .fact("performance-record.total", hours(performance, wording))
                .link("record.link", page)
                .step("mail.to-do", wording.text("record.to-do"))
                .note("mail.question", "service.question", engaged.team().name())
                .to(engaged.contact().email(), engaged.order());
    }

    /** What was done until then is another matter: nothing is said of its bill. */
    Mail calledOff(Engaged engaged) {
        Wording wording = wording(engaged);
        boolean isBegun = !engaged.row().performance().entries().isEmpty();
        return drafts.toCustomer("services-called-off", engaged, wording)
                .saying(isBegun ? "services-called-off.begun.intro" : "services-called-off.intro")
                .note("mail.question", wording.text("services-called-off.question"))
                .to(engaged.contact().email(), engaged.order());
    }

    static String hours(Performance performance, Wording wording) {
        return wording.text("duration", wording.duration(performance.total()));
    }

    private static Wording wording(Engaged engaged) {
        return new Wording(engaged.order().language());
    }
}
