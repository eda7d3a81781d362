package afterorder.order.service;

import afterorder.order.Commissioning;
import afterorder.order.Language;
import afterorder.order.OrderId;
import afterorder.order.row.Parked;
import afterorder.order.settings.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as the HTTP interface shows it, times in UTC.
 *
 * @param engagement its number, by which calls name it
 * @param team its key in the settings
 * @param commissioning absent until the services are commissioned
 * @param contactBy until when the customer is to be contacted (S15); absent until the services are commissioned
 * @param overdue whether the customer should have been contacted by now
 * @param owner absent until somebody took it over
 * @param details absent until any are agreed on
 * @param performance the work that was entered
 * @param record absent until the performance record has its number
 * @param parked why it cannot go on without staff, in English; absent while it can
 */
public record EngagementView(
        OrderId orderId,
        int engagement,
        String part,
        EngagementRow.Status status,
        String team,
        List<Integer> lines,
        @Nullable Commissioning commissioning,
        @Nullable Instant contactBy,
        boolean overdue,
        @Nullable Person owner,
        List<Contact> contacts,
        List<Proposal> proposals,
        List<Appointment> appointments,
        @Nullable Details details,
        List<Work> performance,
        @Nullable IssuedRecord record,
        Parked.@Nullable Told parked) {

    /** An entry of work. @param number by which calls name it */
    public record Work(int number, Person by, Instant from, Instant to, long minutes, String what) {
        static Work of(PerformanceEntry entry) {
            return new Work(
                    entry.number(),
                    entry.by(),
                    entry.from(),
                    entry.to(),
                    entry.duration().toMinutes(),
                    entry.what());
        }
    }

    /** The performance record. @param sentAt absent until it is mailed @param signOff absent until the customer agreed */
    public record IssuedRecord(
            String number,
            LocalDate issuedOn,
            @Nullable Instant sentAt,
            @Nullable SignOff signOff) {
        static @Nullable IssuedRecord of(Performance performance) {
            RecordIssue issue = performance.issue();
            return issue == null
                    ? null
                    : new IssuedRecord(issue.number(), issue.issuedOn(), issue.sentAt(), performance.signOff());
        }
    }

    /** @param team that it is for */
    public static EngagementView of(EngagementRow row, Team team, Instant now) {
        Agreement agreement = row.agreement();
        return new EngagementView(
                row.orderId(),
                row.number(),
                row.key().part(),
                row.status(),
                row.team(),
                row.lines(),
                row.commissioning(),
                ServiceLevels.contactBy(team, row).orElse(null),
                ServiceLevels.isOverdue(team, row, now),
                agreement.owner(),
                agreement.contacts(),
                agreement.dates().proposals(),
                agreement.dates().appointments(),
                agreement.details(),
                row.performance().entries().stream().map(Work::of).toList(),
                IssuedRecord.of(row.performance()),
                row.progress().told(Language.EN).orElse(null));
    }
}
