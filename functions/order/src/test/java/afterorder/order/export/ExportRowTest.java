package afterorder.order.export;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
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
    void is_handed_over_until_it_is_done_then_the_mail_is() {
        ExportRow row = ExportRow.first("C-1", NOW);
        assertThat(row.overdue(NOW)).isInstanceOf(Overdue.Begin.class);
        ExportRow handed = ((Overdue.Begin<ExportRow>) row.overdue(NOW)).row();
        assertThat(handed.progress().deadlines().get(Deadline.EXPORT))
                .isAfter(NOW.plus(ExportRow.LONGEST_RUN.plus(Duration.ofMinutes(1))));
        assertThat(handed.exported(NOW).overdue(NOW)).isInstanceOf(Overdue.Notify.class);
    }
}
