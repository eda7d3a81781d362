package afterorder.order.export;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportRowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void one_export_follows_another_under_a_name_of_its_own() {
        ExportRow first = ExportRow.first("C-1", NOW);
        assertThat(first.next(NOW)).as("while one is under way").isEmpty();
        ExportRow done = first.exported(NOW);
        ExportRow second = done.next(NOW).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.objectKey()).isNotEqualTo(first.objectKey()).startsWith("exports/" + first.id() + "/");
        assertThat(done.awaits(1)).isFalse();
        assertThat(second.awaits(1)).isFalse();
        assertThat(second.hasSettled(new Notice.Exported(1))).isTrue();
        assertThat(second.key()).isEqualTo(ExportRow.keyOf("C-1")).isNotEqualTo(ExportRow.keyOf("C-2"));
    }

    @Test
    void is_given_up_after_some_attempts_and_may_be_asked_for_again() {
        ExportRow row = ExportRow.first("C-1", NOW);
        Instant late = NOW;
        for (int attempt = 1; attempt <= Progress.MOST_ATTEMPTS; attempt++) {
            row = ((Overdue.Begin<ExportRow>) row.overdue(late)).row();
            late = row.progress().deadlines().get(Deadline.EXPORT);
        }
        assertThat(late).as("staff hears of it within the day").isBefore(NOW.plus(Duration.ofHours(6)));
        ExportRow givenUp = ((Overdue.Watch<ExportRow>) row.overdue(late)).row();
        assertThat(givenUp.progress().outbox().notices()).containsExactly(new Notice.ExportFailed(1));
        assertThat(givenUp.awaits(1)).isFalse();
        assertThat(givenUp.next(late).orElseThrow().overdue(late)).isInstanceOf(Overdue.Begin.class);
    }

    @Test
    void is_handed_over_until_it_is_done_then_the_mail_is() {
        ExportRow row = ExportRow.first("C-1", NOW);
        assertThat(row.overdue(NOW)).isInstanceOf(Overdue.Begin.class);
        ExportRow handed = ((Overdue.Begin<ExportRow>) row.overdue(NOW)).row();
        assertThat(handed.progress().deadlines().get(Deadline.EXPORT))
                .isAfter(NOW.plus(ExportRow.LONGEST_RUN.plus(Duration.ofMinutes(1))));
        assertThat(handed.exported(NOW).overdue(NOW)).isInstanceOf(Overdue.Notify.class);
    }
}
