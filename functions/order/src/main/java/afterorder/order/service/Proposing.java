package afterorder.order.service;

import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Progress;
import afterorder.order.settings.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Dates are proposed by the team, or by the customer in its turn (S16). */
public final class Proposing {
    /** Of a proposal. */
    public static final int MOST_SLOTS = 5;

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration FARTHEST = Duration.ofDays(366);

    private Proposing() {}

    /**
     * Proposes slots, in place of what was proposed before and is not answered.
     *
     * @param slots one to five
     * @param moves the appointment that is to have another date; absent for a new one
     */
    public static Change proposed(
            EngagementRow row,
            Team team,
            Side by,
            List<Slot> slots,
            @Nullable Integer moves,
            Calendars calendars,
            Instant now) {
        Optional<Obstacle> obstacle = Underway.obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        if (isOpen(row, by, slots, moves)) return new Change.Unchanged(row);
        if (moves != null && !isAhead(row, moves, now)) return Change.refused(row, Obstacle.UNKNOWN_APPOINTMENT);
        List<Change.Reason> reasons = reasons(row, team, slots, moves, calendars, now);
        if (!reasons.isEmpty()) return new Change.Refused(row, reasons);
        Proposal proposal = new Proposal(row.dates().nextProposal(), by, now, slots, moves, null);
        Notice notice = by == Side.TEAM
                ? new ServiceNotice.DatesProposed(proposal.number())
                : new ServiceNotice.ProposalAnswered(proposal.number());
        Progress noted = row.progress()
                .noted("dates proposed by the " + by.code() + ": " + proposal.number(), now)
                .owing(notice, now);
        Dates dates = row.dates().with(proposal);
        return Change.changed(row.moved(row.status(), row.agreement().with(dates), row.performance(), noted, now));
    }

    private static boolean isOpen(EngagementRow row, Side by, List<Slot> slots, @Nullable Integer moves) {
        return row.dates()
                .open()
                .filter(open -> open.by() == by && open.slots().equals(slots))
                .filter(open -> Objects.equals(open.moves(), moves))
                .isPresent();
    }

    private static boolean isAhead(EngagementRow row, int appointment, Instant now) {
        return row.dates()
                .appointment(appointment)
                .filter(known -> known.isAhead(now))
                .isPresent();
    }

    private static List<Change.Reason> reasons(
            EngagementRow row, Team team, List<Slot> slots, @Nullable Integer moves, Calendars calendars, Instant now) {
        Bookings bookings = new Bookings(row, calendars, team.zone());
        List<Change.Reason> reasons = new ArrayList<>();
        for (int index = 0; index < slots.size(); index++) {
            int place = index;
            obstacle(row, team, slots.get(index), moves, bookings, now)
                    .ifPresent(obstacle -> reasons.add(new Change.Reason(obstacle, OptionalInt.of(place))));
        }
        return reasons;
    }

    private static Optional<Obstacle> obstacle(
            EngagementRow row, Team team, Slot slot, @Nullable Integer moves, Bookings bookings, Instant now) {
        if (!slot.from().isAfter(now)) return Optional.of(Obstacle.SLOT_PAST);
        if (slot.from().isAfter(now.plus(FARTHEST))) return Optional.of(Obstacle.SLOT_FAR);
        if (Duration.between(slot.from(), slot.to()).compareTo(SHORTEST) < 0) return Optional.of(Obstacle.SLOT_LENGTH);
        if (!team.workingHours().includes(slot.from(), slot.to())) return Optional.of(Obstacle.SLOT_OUTSIDE_HOURS);
        int itself = moves == null ? 0 : moves;
        Person owner = row.agreement().owner();
        return owner == null || bookings.isFree(owner, slot, itself)
                ? Optional.empty()
                : Optional.of(Obstacle.SLOT_TAKEN);
    }
}
