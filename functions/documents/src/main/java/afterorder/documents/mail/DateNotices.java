package afterorder.documents.mail;

import afterorder.documents.wording.SlotWording;
import afterorder.documents.wording.Wording;
import afterorder.order.service.Appointment;
import afterorder.order.service.Proposal;
import java.net.URI;

/** The mails about dates (S16): proposed and declined to the customer, agreed on and called off to both sides. */
final class DateNotices {
    private final ServiceDrafts drafts;
    private final Invitations invitations;

    DateNotices(ServiceDrafts drafts, Invitations invitations) {
        this.drafts = drafts;
        this.invitations = invitations;
    }

    Mail proposed(int number, Engaged engaged, URI page) {
        Proposal proposal = engaged.proposal(number);
        String intro = proposal.slots().size() == 1 ? "dates-proposed.intro.one" : "dates-proposed.intro";
        Wording wording = wording(engaged);
        Draft draft = drafts.toCustomer("dates-proposed", engaged, wording)
                .saying(intro, engaged.team().name());
        return toBeAnswered(draft, proposal, engaged, page, wording);
    }

    Mail reminder(int number, Engaged engaged, URI page) {
        Proposal proposal = engaged.proposal(number);
        Wording wording = wording(engaged);
        String since = wording.date(proposal.at().atZone(engaged.customerZone()).toLocalDate());
        Draft draft = drafts.toCustomer("proposal-reminder", engaged, wording)
                .saying("proposal-reminder.intro", since, engaged.team().name());
        return toBeAnswered(draft, proposal, engaged, page, wording);
    }

    private Mail toBeAnswered(Draft draft, Proposal proposal, Engaged engaged, URI page, Wording wording) {
        SlotWording slots = engaged.slotsForCustomer(wording);
        draft.link("dates-proposed.link", page);
        ServiceDrafts.slots(draft, proposal.slots(), slots, wording);
        Integer moves = proposal.moves();
        if (moves != null) {
            String before = slots.all(engaged.appointment(moves).slot());
            draft.step("slot.moved", before + "\n" + wording.text("slot.moved.stands"));
        }
        return draft.step("dates-proposed.answer", wording.text("dates-proposed.answer.text"))
                .note("mail.question", "service.question", engaged.team().name())
                .to(engaged.contact().email(), engaged.order());
    }

    Mail declined(int number, Engaged engaged, URI page) {
        Proposal proposal = engaged.proposal(number);
        Wording wording = wording(engaged);
        Draft draft = drafts.toCustomer("proposal-declined", engaged, wording)
                .saying("proposal-declined.intro", engaged.team().name())
                .link("service.link", page);
        ServiceDrafts.slots(draft, proposal.slots(), engaged.slotsForCustomer(wording), wording);
        Proposal.Answer answer = proposal.answer();
        if (answer != null && answer.reason() != null) draft.step("staff.reason", answer.reason());
        return draft.step("mail.next", wording.text("proposal-declined.next"))
                .note("mail.question", "service.question", engaged.team().name())
                .to(engaged.contact().email(), engaged.order());
    }

    /** To the very address that is invited: to another one, calendars show nothing to accept. */
    Mail customerInvited(int number, Engaged engaged, URI page) {
        Appointment appointment = engaged.appointment(number);
        Wording wording = wording(engaged);
        String kind = "invited." + kind(appointment);
        Draft draft = drafts.toCustomer(kind, engaged, wording)
                .saying(kind + ".intro", engaged.team().name())
                .link("service.link", page)
                .note("mail.question", "service.question", engaged.team().name());
        return tell(draft, appointment, engaged.slotsForCustomer(wording), "invited.calendar.customer", wording)
                .to(appointment.customer().email(), engaged.order())
                .withCalendar(invitations.of(appointment, engaged));
    }

    Mail ownerInvited(int number, Engaged engaged, URI page) {
        Appointment appointment = engaged.appointment(number);
        Wording wording = new Wording(engaged.team().language());
        String kind = "team-invited." + kind(appointment);
        Draft draft =
                drafts.toTeam(kind, engaged, wording).saying(kind + ".intro").link("team.link", page);
        return tell(draft, appointment, engaged.slotsForTeam(wording), "invited.calendar.owner", wording)
                .to(appointment.owner().email())
                .withCalendar(invitations.of(appointment, engaged));
    }

    /** @param replies what is said of replies to an invitation */
    private static Draft tell(
            Draft draft, Appointment appointment, SlotWording slots, String replies, Wording wording) {
        String participants =
                ServiceDrafts.named(appointment.owner()) + ", " + ServiceDrafts.named(appointment.customer());
        draft.fact("participants", participants).step("slot", slots.all(appointment.slot()));
        String reason = appointment.reason();
        if (reason == null) return draft.step("invited.calendar", wording.text(replies));
        return draft.step("staff.reason", reason).step("invited.calendar", wording.text("invited.calendar.called-off"));
    }

    private static String kind(Appointment appointment) {
        if (appointment.isCalledOff()) return "called-off";
        return appointment.sequence() == 0 ? "agreed" : "moved";
    }

    private static Wording wording(Engaged engaged) {
        return new Wording(engaged.order().language());
    }
}
