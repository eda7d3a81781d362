package afterorder.order.service;

import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Progress;
import afterorder.order.service.Proposal.Outcome;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.util.Optional;

/** A proposal of dates is accepted or declined by the other side (S16). */
public final class Answering {
    private static final int MOST_APPOINTMENTS = 50;

    private Answering() {}

    /**
     * Takes one of the slots: both sides are invited. The time is taken in the owner's calendar in the same write, so of two
     * who choose overlapping slots at once, one gets it and the other sees why not.
     *
     * @param slot counted from 1
     * @param customer who is invited at the customer's
     */
    public static Change accepted(
            EngagementRow row,
            Team team,
            Side by,
            int proposal,
            int slot,
            Person customer,
            Calendars calendars,
            Instant now) {
        Optional<Proposal> known = row.dates().proposal(proposal);
        if (known.filter(it -> it.isAcceptedWith(slot)).isPresent()) return new Change.Unchanged(row);
        Optional<Obstacle> obstacle = obstacle(row, by, known);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        if (slot < 1 || slot > known.get().slots().size()) return Change.refused(row, Obstacle.UNKNOWN_SLOT);
        Slot chosen = known.get().slots().get(slot - 1);
        if (!chosen.from().isAfter(now)) return Change.refused(row, Obstacle.SLOT_PAST);
        Dates answered =
                row.dates().answered(known.get().answered(new Proposal.Answer(Outcome.ACCEPTED, now, slot, null)));
        Integer moves = known.get().moves();
        return moves == null
                ? agreed(row, team, answered, chosen, customer, calendars, now)
                : moved(row, team, answered, moves, chosen, customer, calendars, now);
    }

    private static Change agreed(
            EngagementRow row,
            Team team,
            Dates answered,
            Slot slot,
            Person customer,
            Calendars calendars,
            Instant now) {
        int number = answered.appointments().size() + 1;
        if (number > MOST_APPOINTMENTS) return Change.refused(row, Obstacle.TOO_MANY);
        Person owner = row.agreement().owner();
        Appointment appointment = new Appointment(number, 0, slot, owner, customer, now, null);
        Bookings bookings = new Bookings(row, calendars, team.zone());
        return booked(row, answered, appointment, bookings, now);
    }

    private static Change moved(
            EngagementRow row,
            Team team,
            Dates answered,
            int number,
            Slot slot,
            Person customer,
            Calendars calendars,
            Instant now) {
        Appointment before = answered.appointment(number).orElseThrow();
        if (!before.isAhead(now)) return Change.refused(row, Obstacle.UNKNOWN_APPOINTMENT);
        Bookings bookings = new Bookings(row, calendars, team.zone());
        bookings.release(before);
        Appointment after = before.movedTo(slot, row.agreement().owner(), customer, now);
        return booked(row, answered, after, bookings, now);
    }

    private static Change booked(
            EngagementRow row, Dates answered, Appointment appointment, Bookings bookings, Instant now) {
        if (!bookings.plan(appointment)) return Change.refused(row, Obstacle.SLOT_TAKEN);
        Progress invited = Invitations.owed(row.progress(), appointment, now)
                .noted("appointment " + appointment.number() + " agreed on", now);
        Agreement agreement = row.agreement().with(answered.with(appointment));
        return new Change.Changed(
                row.moved(row.status(), agreement, row.performance(), invited, now), bookings.changed());
    }

    /** Takes none of the slots. */
    public static Change declined(EngagementRow row, Side by, int proposal, String reason, Instant now) {
        Optional<Proposal> known = row.dates().proposal(proposal);
        Proposal.Answer before = known.map(Proposal::answer).orElse(null);
        if (before != null && before.outcome() == Outcome.DECLINED) return new Change.Unchanged(row);
        Optional<Obstacle> obstacle = obstacle(row, by, known);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        Dates answered =
                row.dates().answered(known.get().answered(new Proposal.Answer(Outcome.DECLINED, now, null, reason)));
        Notice notice = by == Side.CUSTOMER
                ? new ServiceNotice.ProposalAnswered(proposal)
                : new ServiceNotice.ProposalDeclined(proposal);
        Progress noted = row.progress()
                .noted("dates declined by the " + by.code() + ": " + proposal, now)
                .owing(notice, now);
        return Change.changed(row.moved(row.status(), row.agreement().with(answered), row.performance(), noted, now));
    }

    private static Optional<Obstacle> obstacle(EngagementRow row, Side by, Optional<Proposal> proposal) {
        Optional<Obstacle> general = Underway.obstacle(row);
        if (general.isPresent()) return general;
        if (proposal.isEmpty()) return Optional.of(Obstacle.UNKNOWN_PROPOSAL);
        if (proposal.get().by() == by) return Optional.of(Obstacle.OWN_PROPOSAL);
        Proposal.Answer answer = proposal.get().answer();
        if (answer == null) return Optional.empty();
        return Optional.of(answer.outcome() == Outcome.REPLACED ? Obstacle.REPLACED : Obstacle.ANSWERED);
    }
}
