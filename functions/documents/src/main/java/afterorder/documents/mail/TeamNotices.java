package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.Commissioning;
import afterorder.order.Email;
import afterorder.order.ServiceContact;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.service.Performance;
import afterorder.order.service.Person;
import afterorder.order.service.Proposal;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Side;
import afterorder.order.service.SignOff;
import afterorder.order.settings.Team;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mails to a team and its lead: what is to be done for a customer, and what the customer did (S14, S15). */
final class TeamNotices {
    private final ServiceDrafts drafts;

    TeamNotices(ServiceDrafts drafts) {
        this.drafts = drafts;
    }

    /** All that the team needs to contact the customer. */
    Mail task(Engaged engaged, URI page) {
        Wording wording = wording(engaged);
        Draft draft = drafts.toTeam("engagement-task", engaged, wording).saying("engagement-task.intro");
        contact(draft, engaged, wording);
        commissioning(draft, engaged, wording);
        draft.fact("team.contact-by", contactBy(engaged, wording))
                .note("team.documents", wording.text("team.documents.text"));
        return mail(draft, engaged, page);
    }

    private static void contact(Draft draft, Engaged engaged, Wording wording) {
        ServiceContact contact = engaged.contact();
        String country = engaged.order().customer().address().country();
        draft.fact("customer.country", wording.country(country) + " (" + country + ")")
                .fact(
                        "team.contact",
                        Stream.of(contact.name(), contact.email().address(), contact.phone())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ")))
                .fact("team.language", wording.language(engaged.order().language()));
        ZoneId zone = engaged.customerZone();
        if (!zone.equals(engaged.team().zone()))
            draft.fact("team.zone", wording.zone(zone) + " (" + zone.getId() + ")");
    }

    private static void commissioning(Draft draft, Engaged engaged, Wording wording) {
        Commissioning commissioning = commissioning(engaged);
        draft.fact("team.commissioned-by", commissioning.by())
                .fact("team.commissioned-on", wording.date(commissioning.on()));
        if (commissioning.reference() != null) draft.fact("team.reference", commissioning.reference());
    }

    Mail contactReminder(Engaged engaged, URI page) {
        return mail(late("contact-reminder", engaged), engaged, page);
    }

    Mail contactEscalation(Engaged engaged, URI page) {
        return late("contact-escalation", engaged)
                .link("team.link", page)
                .to(engaged.team().lead());
    }

    private Draft late(String kind, Engaged engaged) {
        Wording wording = wording(engaged);
        Draft draft = drafts.toTeam(kind, engaged, wording)
                .saying(kind + ".intro", engaged.team().name());
        contact(draft, engaged, wording);
        return owner(draft, engaged).fact("team.should-be-contacted", contactBy(engaged, wording));
    }

    Mail idle(ServiceNotice.Awaited awaited, Engaged engaged, URI page) {
        Draft draft = drafts.toTeam("engagement-idle", engaged, wording(engaged))
                .saying("engagement-idle.intro." + awaited.code());
        return mail(owner(draft, engaged), engaged, page);
    }

    /** The customer declined the team's proposal, or made another. */
    Mail answered(int number, Engaged engaged, URI page) {
        Proposal proposal = engaged.proposal(number);
        String kind = proposal.by() == Side.CUSTOMER ? "customer-proposed" : "customer-declined";
        Wording wording = wording(engaged);
        Draft draft = owner(drafts.toTeam(kind, engaged, wording), engaged).saying(kind + ".intro");
        ServiceDrafts.slots(draft, proposal.slots(), engaged.slotsForTeam(wording), wording);
        Integer moves = proposal.moves();
        if (moves != null)
            draft.step(
                    "slot.moved",
                    engaged.slotsForTeam(wording).all(engaged.appointment(moves).slot()));
        Proposal.Answer answer = proposal.answer();
        if (answer != null && answer.reason() != null) draft.step("staff.reason", answer.reason());
        return mail(draft, engaged, page);
    }

    Mail signedOff(Engaged engaged, URI page) {
        Performance performance = engaged.row().performance();
        RecordIssue issue = Objects.requireNonNull(performance.issue(), "no record is issued");
        SignOff signOff = Objects.requireNonNull(performance.signOff(), "the record is not signed off");
        Wording wording = wording(engaged);
        Draft draft = drafts.toTeam("signed-off", engaged, wording)
                .saying("signed-off.intro")
                .fact("performance-record.number", issue.number())
                .fact("performance-record.total", EngagementNotices.hours(performance, wording))
                .fact("signed-off.by", signOff.by())
                .fact(
                        "signed-off.at",
                        wording.time(signOff.at().atZone(engaged.team().zone())));
        return mail(draft, engaged, page);
    }

    Mail objected(String record, String reason, Engaged engaged, URI page) {
        Draft draft = drafts.toTeam("objected", engaged, wording(engaged))
                .saying("objected.intro", record)
                .fact("performance-record.number", record)
                .step("staff.reason", reason);
        return mail(owner(draft, engaged), engaged, page);
    }

    private static Draft owner(Draft draft, Engaged engaged) {
        Person owner = engaged.row().agreement().owner();
        return owner == null ? draft : draft.fact("team.owner", owner.name());
    }

    /** The very time that the row's deadline was set to. */
    private static String contactBy(Engaged engaged, Wording wording) {
        Team team = engaged.team();
        return wording.time(team.contactBy(commissioning(engaged).receivedAt()).atZone(team.zone()));
    }

    private static Commissioning commissioning(Engaged engaged) {
        return Objects.requireNonNull(engaged.row().commissioning(), "the services are not commissioned");
    }

    private static Mail mail(Draft draft, Engaged engaged, URI page) {
        Email team = engaged.team().email();
        return draft.link("team.link", page).to(team);
    }

    private static Wording wording(Engaged engaged) {
        return new Wording(engaged.team().language());
    }
}
