package afterorder.order.row;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Phrase;
import afterorder.order.notice.Notice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final Progress begun = Progress.begun("received", NOW).awaiting(Deadline.PURCHASE, NOW.plusSeconds(60));

    @Test
    void awaits_one_step_of_its_work_and_keeps_what_stands_beside_it() {
        Progress both = begun.beside(Deadline.VERIFICATION, NOW.plusSeconds(30));
        assertThat(both.awaiting(Deadline.PURCHASING, NOW).deadlines())
                .containsOnlyKeys(Deadline.PURCHASING, Deadline.VERIFICATION);
        assertThat(both.awaitingNothing().deadlines()).containsOnlyKeys(Deadline.VERIFICATION);
        assertThat(both.due()).hasValue(NOW.plusSeconds(30));
        assertThat(both.overdueAt(NOW.plusSeconds(90))).hasValue(Deadline.VERIFICATION);
    }

    @Test
    void tells_staff_once_a_parking() {
        Progress parked = begun.parkedFor(Phrase.REFUSED_BY_VENDOR.with("no credit"), List.of(), NOW)
                .parkedFor(Phrase.REFUSED_BY_VENDOR.with("still no credit"), List.of(), NOW);
        assertThat(parked.outbox().notices())
                .containsExactly(new Notice.Parked(Phrase.REFUSED_BY_VENDOR.with("no credit")));
        assertThat(parked.parked().reason()).isEqualTo(Phrase.REFUSED_BY_VENDOR.with("no credit"));
        assertThat(parked.unparked()
                        .parkedFor(Phrase.WORKFLOW_FAILED.with("again"), List.of(), NOW)
                        .outbox()
                        .notices())
                .hasSize(2);
    }

    @Test
    void sends_its_notices_one_after_the_other() {
        Progress owing = begun.owing(new Notice.Unverified(), NOW).owing(new Notice.DeskReminder(), NOW);
        assertThat(owing.outbox().awaitsSending(0)).isTrue();
        Progress claimed = owing.notifying(NOW);
        assertThat(claimed.outbox().awaitsSending(0)).as("by somebody else").isFalse();
        Progress next = claimed.notified();
        assertThat(next.outbox().notices()).containsExactly(new Notice.DeskReminder());
        assertThat(next.notifying(NOW).notified().deadlines()).containsOnlyKeys(Deadline.PURCHASE);
    }

    @Test
    void voids_earlier_rounds_when_notices_are_handed_over_again() {
        Progress again = begun.owing(new Notice.Unverified(), NOW).handingOverNotices(NOW);
        assertThat(again.outbox().awaitsSending(0)).isFalse();
        assertThat(again.outbox().awaitsSending(1)).isTrue();
        Instant first = again.deadlines().get(Deadline.NOTICE);
        assertThat(again.handingOverNotices(first).deadlines().get(Deadline.NOTICE))
                .as("ever less often")
                .isAfter(first.plusSeconds(200));
    }

    @Test
    void keeps_its_latest_history_only() {
        Progress progress = begun;
        for (int entry = 0; entry < 1_000; entry++) progress = progress.noted("entry " + entry, NOW);
        assertThat(progress.history()).hasSize(200);
        assertThat(progress.history().getLast().what()).isEqualTo("entry 999");
    }
}
