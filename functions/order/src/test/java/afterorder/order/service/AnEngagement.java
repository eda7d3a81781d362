package afterorder.order.service;

import afterorder.order.Amendments;
import afterorder.order.Commissioning;
import afterorder.order.Email;
import afterorder.order.OrderId;
import afterorder.order.TestOrders;
import afterorder.order.row.Overdue;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An engagement of the consulting team, as tests drive it on; what is decided is written at once. */
final class AnEngagement {
    static final Team TEAM = Settings.bundled().teams().team("consulting");
    static final Email CLARA = TEAM.members().get(0).email();
    static final Email JONAS = TEAM.members().get(1).email();
    static final Person CUSTOMER = new Person("Erika Muster", new Email("erika@muster.example"));

    private final Map<RowKey, CalendarDay> days;
    private EngagementRow row;

    private AnEngagement(EngagementRow row, Map<RowKey, CalendarDay> days) {
        this.row = row;
        this.days = days;
    }

    /** @param calendars of everybody, which engagements share */
    static AnEngagement waiting(String key, Instant now, Map<RowKey, CalendarDay> calendars) {
        EngagementPlan plan = new EngagementPlan(1, TEAM.key(), List.of(1), false);
        OrderId order = OrderId.of("shop", key);
        return new AnEngagement(EngagementRow.planned(order, plan, Optional.empty(), TEAM, now), calendars);
    }

    static AnEngagement commissioned(Instant now, Map<RowKey, CalendarDay> calendars) {
        return waiting(TestOrders.ID.value(), now, calendars).isCommissioned(now);
    }

    /** A time that the team's clock shows. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TEAM.zone()).toInstant();
    }

    static Slot slot(String from, int minutes) {
        return new Slot(at(from), at(from).plus(Duration.ofMinutes(minutes)), "Wiesbaden", null);
    }

    AnEngagement isCommissioned(Instant now) {
        row = row.commissioned(new Commissioning("Erika Muster", LocalDate.EPOCH, null, now), TEAM, now);
        return this;
    }

    EngagementRow row() {
        return row;
    }

    Calendars calendars() {
        return (person, day) -> days.getOrDefault(CalendarDay.keyOf(person, day), CalendarDay.free(person, day));
    }

    Change takenOver(Email member, Instant now) {
        return written(Contacting.takenOver(row, TEAM, member, now));
    }

    Change contacted(Email member, Instant now) {
        return written(Contacting.contacted(row, TEAM, member, now, Contact.Channel.PHONE, null, now));
    }

    Change proposed(Side by, List<Slot> slots, @Nullable Integer moves, Instant now) {
        return written(Proposing.proposed(row, TEAM, by, slots, moves, calendars(), now));
    }

    Change accepted(Side by, int proposal, int slot, Instant now) {
        return written(Answering.accepted(row, TEAM, by, proposal, slot, CUSTOMER, calendars(), now));
    }

    Change declined(Side by, int proposal, Instant now) {
        return written(Answering.declined(row, by, proposal, "on vacation", now));
    }

    Change calledOff(int appointment, Instant now) {
        return written(CallingOff.appointment(row, TEAM, appointment, "ill", calendars(), now));
    }

    Change detailed(String goal, Instant now) {
        return written(Detailing.agreed(row, TEAM, CLARA, new Detailing.Wish(goal, null, null, null, null), now));
    }

    Change worked(Email member, Slot time, Instant now) {
        return written(Performing.entered(row, TEAM, member, time.from(), time.to(), "workshop", calendars(), now));
    }

    Change withdrawn(int entry, Instant now) {
        return written(Performing.withdrawn(row, TEAM, entry, calendars(), now));
    }

    Change closed(Instant now) {
        return written(Recording.closed(row, now));
    }

    /** The function that issues records has done its work. */
    void recorded(String number, Instant now) {
        EngagementRow numbered = Recording.numbered(
                row, new RecordIssue(number, LocalDate.ofInstant(now, TEAM.zone()), Amendments.NONE, null, null), now);
        row = Recording.sent(Recording.mailing(numbered, now), List.of(), now);
    }

    Change signedOff(String record, Instant now) {
        return written(Recording.signedOff(row, record, "Erika Muster", now));
    }

    Change objected(String record, Instant now) {
        return written(Recording.objected(row, record, "an hour too many", now));
    }

    Change givenUp(Instant now) {
        return written(CallingOff.engagement(row, TEAM, "no longer needed", calendars(), now));
    }

    /** Somebody is reminded, if it is time. */
    void looksAt(Instant now) {
        while (row.overdue(now) instanceof Overdue.Remind<EngagementRow>) {
            row = FollowUp.reminded(row, TEAM, now);
        }
    }

    /** Everything that is owed is sent. */
    void mailsAll() {
        while (!row.progress().outbox().isEmpty())
            row = row.withProgress(row.progress().notified());
    }

    private Change written(Change change) {
        if (change instanceof Change.Changed(EngagementRow changed, List<CalendarDay> touched)) {
            row = changed;
            touched.forEach(day -> days.put(day.key(), day));
        }
        return change;
    }
}
