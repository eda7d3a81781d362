package afterorder.order.service;

import static afterorder.order.notice.ServiceNotice.Awaited.COMMISSIONING;
import static afterorder.order.notice.ServiceNotice.Awaited.CUSTOMERS_ANSWER;
import static afterorder.order.notice.ServiceNotice.Awaited.DATES;
import static afterorder.order.notice.ServiceNotice.Awaited.REPORT;
import static afterorder.order.notice.ServiceNotice.Awaited.SIGN_OFF;
import static afterorder.order.notice.ServiceNotice.Awaited.TEAMS_ANSWER;

import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.notice.ServiceNotice.Awaited;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.settings.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who is reminded when of an engagement, so that no commissioned service is forgotten (S15). */
public final class FollowUp {
    /** Afterwards the team alone is told that the customer does not answer. */
    private static final int MOST_REMINDERS_OF_CUSTOMER = 3;

    private FollowUp() {}

    /** What it waits for; empty when it has ended, and while the customer is to be contacted, which has a deadline of its own. */
    static Optional<Awaited> awaited(EngagementRow row) {
        return switch (row.status()) {
            case WAITING -> Optional.of(COMMISSIONING);
            case COMMISSIONED, DONE, CANCELLED -> Optional.empty();
            case CONTACTED -> Optional.of(awaited(row.dates()));
            case CLOSED -> Optional.of(SIGN_OFF);
        };
    }

    private static Awaited awaited(Dates dates) {
        Optional<Side> proposing = dates.open().map(Proposal::by);
        if (proposing.isPresent()) return proposing.get() == Side.TEAM ? CUSTOMERS_ANSWER : TEAMS_ANSWER;
        return dates.appointments().stream().allMatch(Appointment::isCalledOff) ? DATES : REPORT;
    }

    /** It has moved: it is looked at again when what is awaited should have come. */
    static EngagementRow planned(EngagementRow row, Instant now) {
        return awaited(row)
                .map(awaited -> row.withProgress(row.progress()
                        .beside(Deadline.FOLLOW_UP, start(row, awaited, now).plus(patience(awaited)))))
                .orElse(row);
    }

    /** An appointment that is ahead is waited for. */
    private static Instant start(EngagementRow row, Awaited awaited, Instant now) {
        if (awaited != REPORT) return now;
        return row.dates()
                .ahead(now)
                .map(appointment -> appointment.slot().to())
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static Duration patience(Awaited awaited) {
        return switch (awaited) {
            case TEAMS_ANSWER -> Duration.ofDays(1);
            case REPORT -> Duration.ofDays(2);
            case CUSTOMERS_ANSWER -> Duration.ofDays(3);
            case DATES -> Duration.ofDays(5);
            case SIGN_OFF -> Duration.ofDays(7);
            case COMMISSIONING -> Duration.ofDays(30);
        };
    }

    /**
     * Reminds whom the engagement waits for, and plans the next time.
     *
     * @param team that it is for
     */
    public static EngagementRow reminded(EngagementRow row, Team team, Instant now) {
        return row.status() == EngagementRow.Status.COMMISSIONED
                ? contactReminded(row, team, now)
                : awaited(row).map(awaited -> idleReminded(row, awaited, now)).orElse(row);
    }

    /** First the team, then its lead, too; both again and again. */
    private static EngagementRow contactReminded(EngagementRow row, Team team, Instant now) {
        Instant escalateAt = team.workingHours().after(row.commissioning().receivedAt(), team.escalateAfter());
        Progress reminded = owing(row.progress(), new ServiceNotice.ContactReminder(), now);
        if (now.isBefore(escalateAt)) return row.reminded(reminded.beside(Deadline.CONTACT, escalateAt));
        Instant again = team.contactBy(now);
        Progress escalated = owing(reminded, new ServiceNotice.ContactEscalation(), now);
        return row.reminded(escalated.beside(Deadline.CONTACT, again));
    }

    private static EngagementRow idleReminded(EngagementRow row, Awaited awaited, Instant now) {
        Progress later = row.progress().beside(Deadline.FOLLOW_UP, now.plus(patience(awaited)));
        Progress told = later;
        Optional<Notice> toCustomer = toCustomer(row, awaited);
        if (toCustomer.isPresent() && row.reminders() < MOST_REMINDERS_OF_CUSTOMER) {
            told = owing(told, toCustomer.get(), now);
        }
        boolean isTeamTold = toCustomer.isEmpty() || row.reminders() > 0;
        return row.reminded(isTeamTold ? owing(told, new ServiceNotice.EngagementIdle(awaited), now) : told);
    }

    private static Optional<Notice> toCustomer(EngagementRow row, Awaited awaited) {
        return switch (awaited) {
            case CUSTOMERS_ANSWER ->
                row.dates().open().map(proposal -> new ServiceNotice.ProposalReminder(proposal.number()));
            case SIGN_OFF -> row.isRecordSent() ? Optional.of(new ServiceNotice.SignOffReminder()) : Optional.empty();
            case COMMISSIONING, DATES, TEAMS_ANSWER, REPORT -> Optional.empty();
        };
    }

    /** The same notice is not owed twice. */
    static Progress owing(Progress progress, Notice notice, Instant now) {
        return progress.outbox().notices().contains(notice) ? progress : progress.owing(notice, now);
    }
}
