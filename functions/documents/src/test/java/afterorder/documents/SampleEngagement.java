package afterorder.documents;

import afterorder.documents.SamplePurchase.Owed;
import afterorder.order.Amendments;
import afterorder.order.Commissioning;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.ServiceContact;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.notice.ServiceNotice.Awaited;
import afterorder.order.service.Answering;
import afterorder.order.service.CalendarDay;
import afterorder.order.service.Calendars;
import afterorder.order.service.CallingOff;
import afterorder.order.service.Change;
import afterorder.order.service.Contact;
import afterorder.order.service.Contacting;
import afterorder.order.service.Detailing;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Performing;
import afterorder.order.service.Person;
import afterorder.order.service.Proposing;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Recording;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import afterorder.order.settings.Team;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first engagement of an order, in states that its mails tell of: as the rules make them. */
public final class SampleEngagement {
    public static final Instant NOW = SamplePurchase.NOW;
    public static final URI MEETING = URI.create("https://meet.reseller.example/abc");

    private static final Email CLARA = new Email("clara.berg@reseller.example");
    private static final Calendars FREE = CalendarDay::free;
    private static final Instant AFTERWARDS = at("2026-12-08T09:00");

    private final Order order;
    private final Team team;
    private final String text;

    public SampleEngagement(SampleOrder order) {
        this(order, "The hall is taken");
    }

    /** @param text what people write wherever they may */
    public SampleEngagement(SampleOrder order, String text) {
        this.order = order.order();
        this.team = Settings.readIn(Language.DE).teams().team(plan(this.order).team());
        this.text = text;
    }

    private static EngagementPlan plan(Order order) {
        return EngagementPlan.of(order, Settings.readIn(Language.DE).teams()).getFirst();
    }

    /** @param local time in Berlin */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SampleRecord.BERLIN).toInstant();
    }

    /** Two hours. @param from as local time in Berlin */
    public Slot slot(String from) {
        return new Slot(at(from), at(from).plus(Duration.ofHours(2)), text, MEETING);
    }

    public EngagementRow waiting() {
        return EngagementRow.planned(SampleOrder.ID, plan(order), Optional.empty(), team, NOW);
    }

    public EngagementRow commissioned() {
        return waiting().commissioned(new Commissioning("Erika Muster", SampleOrder.TODAY, text, NOW), team, NOW);
    }

    public EngagementRow contacted() {
        Instant later = NOW.plus(Duration.ofHours(1));
        return row(Contacting.contacted(commissioned(), team, CLARA, later, Contact.Channel.PHONE, text, later));
    }

    /** By the team: on a Thursday and a Friday. */
    public EngagementRow proposed() {
        return proposed(Side.TEAM, slot("2026-12-03T10:00"), slot("2026-12-04T09:00"));
    }

    public EngagementRow proposed(Side by, Slot... slots) {
        return row(Proposing.proposed(contacted(), team, by, List.of(slots), null, FREE, NOW));
    }

    public EngagementRow declined() {
        return row(Answering.declined(proposed(), Side.CUSTOMER, 1, text, NOW));
    }

    /** The customer proposed, and the team declined. */
    public EngagementRow declinedByTeam() {
        EngagementRow proposed = proposed(Side.CUSTOMER, slot("2026-12-03T10:00"), slot("2026-12-04T09:00"));
        return row(Answering.declined(proposed, Side.TEAM, 1, text, NOW));
    }

    /** On the Thursday. */
    public EngagementRow agreed() {
        return agreed(proposed());
    }

    private EngagementRow agreed(EngagementRow proposed) {
        int number = proposed.dates().open().orElseThrow().number();
        ServiceContact contact = order.contactForServices();
        Person customer = new Person(contact.name(), contact.email());
        return row(
                Answering.accepted(proposed, team, Side.CUSTOMER, number, 1, customer, FREE, NOW.plusSeconds(number)));
    }

    /** The team wants the Thursday moved to the Monday. */
    public EngagementRow proposedAnew() {
        return row(Proposing.proposed(
                agreed(), team, Side.TEAM, List.of(slot("2026-12-07T14:00")), 1, FREE, NOW.plusSeconds(60)));
    }

    /** To the Monday. */
    public EngagementRow moved() {
        return agreed(proposedAnew());
    }

    public EngagementRow appointmentCalledOff() {
        return row(CallingOff.appointment(moved(), team, 1, text, FREE, NOW.plusSeconds(120)));
    }

    public EngagementRow detailed() {
        return detailed(new Detailing.Wish(text, text, text, text, text));
    }

    public EngagementRow detailed(Detailing.Wish wish) {
        return row(Detailing.agreed(agreed(), team, CLARA, wish, NOW.plusSeconds(180)));
    }

    public EngagementRow worked() {
        EngagementRow held = agreed();
        return row(Performing.entered(
                held, team, CLARA, at("2026-12-03T10:00"), at("2026-12-03T12:05"), text, FREE, AFTERWARDS));
    }

    /** Its record is mailed. */
    public EngagementRow recorded() {
        EngagementRow closed = row(Recording.closed(worked(), AFTERWARDS));
        RecordIssue issue =
                new RecordIssue("LN-2026-00017", SampleOrder.TODAY.plusDays(15), Amendments.NONE, null, null);
        return Recording.sent(Recording.numbered(closed, issue, AFTERWARDS), List.of(), AFTERWARDS);
    }

    public EngagementRow signedOff() {
        return row(Recording.signedOff(recorded(), "LN-2026-00017", text, AFTERWARDS));
    }

    public EngagementRow objected() {
        return row(Recording.objected(recorded(), "LN-2026-00017", text, AFTERWARDS));
    }

    public EngagementRow calledOff() {
        return row(CallingOff.uncommissioned(waiting(), NOW));
    }

    /** By staff, when some of the work was done. */
    public EngagementRow calledOffLate() {
        return row(CallingOff.engagement(worked(), team, text, FREE, AFTERWARDS));
    }

    /** Its record cannot be mailed. */
    public EngagementRow parked() {
        return recorded().parked(Phrase.MAIL_REFUSED.with(text), AFTERWARDS);
    }

    /** Every kind of notice about services, each with a row as it is then. */
    public List<Owed> everyNotice() {
        List<Owed> all = new ArrayList<>(List.of(
                new Owed(new ServiceNotice.EngagementTask(), commissioned()),
                new Owed(new ServiceNotice.ContactReminder(), commissioned()),
                new Owed(new ServiceNotice.ContactEscalation(), commissioned()),
                new Owed(new ServiceNotice.DatesProposed(1), proposed()),
                new Owed(new ServiceNotice.DatesProposed(1), proposed(Side.TEAM, slot("2026-12-03T10:00"))),
                new Owed(new ServiceNotice.DatesProposed(2), proposedAnew()),
                new Owed(new ServiceNotice.ProposalReminder(1), proposed()),
                new Owed(new ServiceNotice.ProposalAnswered(1), declined()),
                new Owed(
                        new ServiceNotice.ProposalAnswered(1),
                        proposed(Side.CUSTOMER, slot("2026-12-03T10:00"), slot("2026-12-04T09:00"))),
                new Owed(new ServiceNotice.ProposalDeclined(1), declinedByTeam()),
                new Owed(new ServiceNotice.CustomerInvited(1, 0), agreed()),
                new Owed(new ServiceNotice.OwnerInvited(1, 0), agreed()),
                new Owed(new ServiceNotice.CustomerInvited(1, 1), moved()),
                new Owed(new ServiceNotice.OwnerInvited(1, 1), moved()),
                new Owed(new ServiceNotice.CustomerInvited(1, 2), appointmentCalledOff()),
                new Owed(new ServiceNotice.OwnerInvited(1, 2), appointmentCalledOff()),
                new Owed(new ServiceNotice.DetailsAgreed(), detailed()),
                new Owed(new ServiceNotice.DetailsAgreed(), withoutDetails()),
                new Owed(new ServiceNotice.SignOffReminder(), recorded()),
                new Owed(new ServiceNotice.SignedOff(), signedOff()),
                new Owed(new ServiceNotice.Objected("LN-2026-00017", text), objected()),
                new Owed(new ServiceNotice.ServicesCalledOff(), calledOff()),
                new Owed(new ServiceNotice.ServicesCalledOff(), calledOffLate()),
                new Owed(new Notice.Parked(parked().progress().parked().reason()), parked()),
                new Owed(new Notice.Undelivered("dates-proposed", Phrase.MAIL_REFUSED.with(text)), proposed()),
                new Owed(new Notice.Unprintable("LN-2026-00017", List.of("株")), recorded())));
        for (Awaited awaited : Awaited.values())
            all.add(new Owed(new ServiceNotice.EngagementIdle(awaited), contacted()));
        return all;
    }

    /** They were agreed, and taken back again. */
    private EngagementRow withoutDetails() {
        Detailing.Wish nothing = new Detailing.Wish(null, null, null, null, null);
        return row(Detailing.agreed(detailed(), team, CLARA, nothing, NOW.plusSeconds(240)));
    }

    private static EngagementRow row(Change change) {
        return switch (change) {
            case Change.Changed(EngagementRow row, List<CalendarDay> days) -> row;
            case Change.Unchanged(EngagementRow row) -> row;
            case Change.Refused refused -> throw new AssertionError(refused.reasons());
        };
    }
}
