package afterorder.order.service;

import static afterorder.order.service.EngagementRow.Status.CANCELLED;
import static afterorder.order.service.EngagementRow.Status.COMMISSIONED;
import static afterorder.order.service.EngagementRow.Status.WAITING;

import afterorder.order.Commissioning;
import afterorder.order.OrderId;
import afterorder.order.Statement;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.settings.Team;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of one engagement: the services of an order that one team delivers (S12 to S17). As long as it has not ended, it
 * says when somebody must look at it next.
 *
 * @param number counts the engagements of an order from 1
 * @param team its key in the settings
 * @param lines of the order, by their numbers
 * @param plannedAt when the order was confirmed
 * @param commissioning absent until the services are commissioned
 * @param reminders how often somebody was reminded since it last moved
 */
public record EngagementRow(
        OrderId orderId,
        int number,
        long version,
        Status status,
        String team,
        List<Integer> lines,
        Instant plannedAt,
        @Nullable Commissioning commissioning,
        Agreement agreement,
        Performance performance,
        int reminders,
        Progress progress)
        implements WorkedRow {

    /** Longer than the function service-scheduling may run. */
    public static final Duration LONGEST_STEP = Duration.ofSeconds(120);

    public EngagementRow {
        lines = List.copyOf(lines);
    }

    /** In this order, and back from closed to contacted when the customer does not agree; or to cancelled. */
    public enum Status {
        /** For its commissioning: nobody contacts the customer. */
        WAITING,
        COMMISSIONED,
        CONTACTED,
        /** The work is done, and its record is to be signed off. */
        CLOSED,
        DONE,
        CANCELLED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing is left to do. */
        public boolean isEnd() {
            return this == DONE || this == CANCELLED;
        }
    }

    /** @param commissioning empty when the services are not commissioned yet */
    public static EngagementRow planned(
            OrderId orderId, EngagementPlan plan, Optional<Commissioning> commissioning, Team team, Instant now) {
        EngagementRow row = new EngagementRow(
                orderId,
                plan.number(),
                0,
                WAITING,
                plan.team(),
                plan.lines(),
                now,
                null,
                Agreement.NONE,
                Performance.NONE,
                0,
                Progress.begun("services for the team " + plan.team(), now));
        if (plan.calledOff()) return row.ended(CANCELLED, "called off before the confirmation", now);
        return commissioning
                .map(known -> row.commissioned(known, team, now))
                .orElseGet(() -> FollowUp.planned(row, now));
    }

    /** The team gets its task, and its time runs (S14, S15). */
    public EngagementRow commissioned(Commissioning commissioning, Team team, Instant now) {
        Progress tasked = progress.without(Deadline.FOLLOW_UP)
                .beside(Deadline.CONTACT, team.contactBy(commissioning.receivedAt()))
                .noted("commissioned", now)
                .owing(new ServiceNotice.EngagementTask(), now);
        return copy(version, COMMISSIONED, commissioning, agreement, performance, 0, tasked);
    }

    @Override
    public RowKey key() {
        return RowKey.service(orderId, number);
    }

    @Override
    public EngagementRow withVersion(long version) {
        return copy(version, status, commissioning, agreement, performance, reminders, progress);
    }

    @Override
    public EngagementRow withProgress(Progress progress) {
        return copy(version, status, commissioning, agreement, performance, reminders, progress);
    }

    public Dates dates() {
        return agreement.dates();
    }

    /** Since when it is the team's, or waits to become so. */
    @JsonIgnore
    public Instant since() {
        return commissioning == null ? plannedAt : commissioning.receivedAt();
    }

    /** When the customer was contacted first; empty before. */
    public Optional<Instant> contactedAt() {
        return agreement.contacts().stream().map(Contact::at).min(Instant::compareTo);
    }

    /** The stable name of an appointment in calendars (RFC 5545, 3.8.4.7). */
    public String uid(Appointment appointment) {
        return "%s-%s-%d@afterorder".formatted(orderId, key().part(), appointment.number());
    }

    /** Whether that attempt may issue the record now: one that began to mail may be dead, which only due-work judges. */
    public boolean mayBeRecordedBy(int attempt) {
        RecordIssue issue = performance.issue();
        boolean isMailed = issue != null && issue.mailingAttempt() != null && issue.mailingAttempt() == attempt;
        boolean isAtRest = progress.isParked() && !progress.awaitsStep();
        return status == Status.CLOSED && progress.attempt() == attempt && !isRecordSent() && !isMailed && !isAtRest;
    }

    /** Whether the customer has the record, and is to sign it off. */
    @JsonIgnore
    public boolean isRecordSent() {
        RecordIssue issue = performance.issue();
        return issue != null && issue.sentAt() != null;
    }

    /** Whether its performance record was mailed under that number. */
    public boolean hasMailed(String number) {
        return isRecordSent() && performance.issue().number().equals(number);
    }

    @Override
    public boolean hasSettled(Notice notice) {
        return switch (notice) {
            case ServiceNotice.ContactReminder reminder -> status != COMMISSIONED;
            case ServiceNotice.ContactEscalation escalation -> status != COMMISSIONED;
            case ServiceNotice.EngagementIdle(ServiceNotice.Awaited awaited) ->
                FollowUp.awaited(this).filter(awaited::equals).isEmpty();
            case ServiceNotice.DatesProposed(int proposal) -> isAnswered(proposal);
            case ServiceNotice.ProposalReminder(int proposal) -> isAnswered(proposal);
            case ServiceNotice.CustomerInvited(int appointment, int sequence) -> isOutdated(appointment, sequence);
            case ServiceNotice.OwnerInvited(int appointment, int sequence) -> isOutdated(appointment, sequence);
            case ServiceNotice.SignOffReminder reminder -> status != Status.CLOSED;
            default -> WorkedRow.super.hasSettled(notice);
        };
    }

    private boolean isAnswered(int proposal) {
        return dates().proposal(proposal).filter(Proposal::isOpen).isEmpty();
    }

    /** A later invitation says how it is then. */
    private boolean isOutdated(int appointment, int sequence) {
        return dates().appointment(appointment).orElseThrow().sequence() != sequence;
    }

    @Override
    public Overdue<EngagementRow> overdue(Instant now) {
        Optional<Deadline> overdue = progress.overdueAt(now);
        if (overdue.isEmpty()) return new Overdue.Nothing<>();
        return switch (overdue.get()) {
            case CONTACT, FOLLOW_UP -> new Overdue.Remind<>(this);
            case NEXT_ATTEMPT -> new Overdue.Begin<>(begun(now));
            case RECORDING ->
                Overdue.judged(this, Deadline.RECORDING, LONGEST_STEP, () -> begun(now), this::withProgress, now);
            case NOTICE -> Overdue.notices(this, this::withProgress, now);
            case LOST, SENDING, PURCHASE, PURCHASING, INVOICING, VERIFICATION, DESK, KEYS, EXPORT, KEPT ->
                throw new IllegalStateException(key() + " is an engagement's row");
        };
    }

    private EngagementRow begun(Instant now) {
        return withProgress(progress.nextAttempt().awaiting(Deadline.RECORDING, now.plus(LONGEST_STEP)));
    }

    /** What has moved: nobody is to be reminded soon. */
    EngagementRow moved(Status status, Agreement agreement, Performance performance, Progress progress, Instant now) {
        return FollowUp.planned(copy(version, status, commissioning, agreement, performance, 0, progress), now);
    }

    EngagementRow with(Performance performance, Progress progress) {
        return copy(version, status, commissioning, agreement, performance, reminders, progress);
    }

    EngagementRow reminded(Progress progress) {
        return copy(version, status, commissioning, agreement, performance, reminders + 1, progress);
    }

    /** Nothing is left to do but to send what is owed. */
    EngagementRow ended(Status end, String what, Instant now) {
        Progress ended = progress.awaitingNothing()
                .without(Deadline.CONTACT)
                .without(Deadline.FOLLOW_UP)
                .unparked()
                .noted(what, now);
        return copy(version, end, commissioning, agreement, performance, reminders, ended);
    }

    public EngagementRow parked(Statement reason, Instant now) {
        return withProgress(progress.parkedFor(reason, List.of(), now));
    }

    /** The work goes on from where it stood. */
    public EngagementRow retried(Instant now) {
        return withProgress(
                progress.unparked().advancing().noted("retried", now).awaiting(Deadline.NEXT_ATTEMPT, now));
    }

    private EngagementRow copy(
            long version,
            Status status,
            @Nullable Commissioning commissioning,
            Agreement agreement,
            Performance performance,
            int reminders,
            Progress progress) {
        return new EngagementRow(
                orderId,
                number,
                version,
                status,
                team,
                lines,
                plannedAt,
                commissioning,
                agreement,
                performance,
                reminders,
                progress);
    }
}
