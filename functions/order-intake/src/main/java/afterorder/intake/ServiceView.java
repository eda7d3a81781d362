package afterorder.intake;

import afterorder.order.Commissioning;
import afterorder.order.Language;
import afterorder.order.row.Parked;
import afterorder.order.row.RowKey;
import afterorder.order.service.Appointment;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Slot;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Services that one team delivers, as {@code GET /orders/{id}} shows them.
 *
 * @param team its key
 * @param commissioning absent until they are commissioned
 * @param contactedAt absent until the team contacted the customer
 * @param appointments that stand
 * @param record the number of the performance record; absent until it is mailed
 */
record ServiceView(
        String part,
        EngagementRow.Status status,
        Parked.@Nullable Told parked,
        String team,
        List<Integer> lines,
        @Nullable Commissioning commissioning,
        @Nullable Instant contactedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Slot> appointments,
        @Nullable String record) {

    static ServiceView of(EngagementRow row) {
        RecordIssue issue = row.performance().issue();
        return new ServiceView(
                row.key().part(),
                row.status(),
                row.progress().told(Language.EN).orElse(null),
                row.team(),
                row.lines(),
                row.commissioning(),
                row.contactedAt().orElse(null),
                row.dates().appointments().stream()
                        .filter(appointment -> !appointment.isCalledOff())
                        .map(Appointment::slot)
                        .toList(),
                issue == null || !row.isRecordSent() ? null : issue.number());
    }

    /** Until the confirmation is out, the engagement is a plan. */
    static ServiceView of(EngagementPlan plan, @Nullable Commissioning commissioning) {
        return new ServiceView(
                RowKey.servicePart(plan.number()),
                plan.calledOff() ? EngagementRow.Status.CANCELLED : EngagementRow.Status.WAITING,
                null,
                plan.team(),
                plan.lines(),
                commissioning,
                null,
                List.of(),
                null);
    }
}
