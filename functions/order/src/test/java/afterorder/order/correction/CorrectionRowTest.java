package afterorder.order.correction;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.TestOrders;
import afterorder.order.correction.CorrectionRow.Status;
import afterorder.order.correction.Remedies.Remedy;
import afterorder.order.notice.Notice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S44")
class CorrectionRowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Request REQUEST = Request.of("key", "cancel R-1", new byte[0]);
    private static final Wanted CANCELLATION =
            new Wanted.Cancellation("R-1", LineSelection.of(List.of(1, 2)), "wrong name");
    private static final Issue ISSUE = new Issue(
            "S-1", LocalDate.of(2026, 11, 23), new Tax(Category.STANDARD, BigDecimal.valueOf(19)), null, null);

    private final CorrectionRow wanted = CorrectionRow.wanted(TestOrders.ID, REQUEST, CANCELLATION, NOW);

    @Test
    void begins_at_once() {
        assertThat(wanted.overdue(NOW)).isInstanceOf(Overdue.Begin.class);
        assertThat(wanted.overdue(NOW.minusMillis(1))).isInstanceOf(Overdue.Nothing.class);
        assertThat(wanted.key()).isEqualTo(REQUEST.keyOf(TestOrders.ID));
        assertThat(wanted.status()).isEqualTo(Status.WANTED);
    }

    @Test
    void is_issued_by_one_attempt_only() {
        CorrectionRow begun = begun(wanted, NOW);
        assertThat(begun.mayBeIssuedBy(1)).isTrue();
        assertThat(begun.mayBeIssuedBy(2)).isFalse();
        CorrectionRow mailing = begun.numbered(ISSUE, NOW).mailing(NOW);
        assertThat(mailing.mayBeIssuedBy(1))
                .as("who began to mail it may be at it")
                .isFalse();
        assertThat(mailing.status()).isEqualTo(Status.ISSUED);
        CorrectionRow sent = mailing.sent(List.of("株"), NOW);
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.mayBeIssuedBy(1)).isFalse();
        assertThat(sent.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
        assertThat(sent.progress().outbox().notices()).containsExactly(new Notice.Unprintable("S-1", List.of("株")));
    }

    @Test
    void begins_anew_when_who_issued_it_is_dead_and_is_parked_after_some() {
        CorrectionRow row = wanted;
        Instant now = NOW;
        for (int minute = 0; minute < 60 && !row.progress().isParked(); minute++) {
            now = NOW.plus(Duration.ofMinutes(minute));
            row = switch (row.overdue(now)) {
                case Overdue.Begin<CorrectionRow>(CorrectionRow next) -> next.withVersion(next.version() + 1);
                case Overdue.Watch<CorrectionRow>(CorrectionRow next) -> next.withVersion(next.version() + 1);
                default -> row;
            };
        }
        int attempts = row.progress().attempt();
        assertThat(attempts).isEqualTo(Progress.MOST_ATTEMPTS);
        assertThat(Remedies.of(row)).containsExactly(Remedy.RETRY);
        CorrectionRow retried = row.retried(now);
        assertThat(retried.progress().isParked()).isFalse();
        assertThat(begun(retried, now).mayBeIssuedBy(attempts + 1)).isTrue();
    }

    @Test
    void offers_what_helps() {
        assertThat(Remedies.of(wanted)).isEmpty();
        assertThat(Remedies.of(wanted.parked(Phrase.INVOICE_MAIL_REFUSED.with("unknown"), NOW)))
                .containsExactly(Remedy.RETRY, Remedy.MAIL_ADDRESS);
        assertThat(Remedies.of(wanted.parked(Phrase.VAT_ID_MISMATCH.with("FR1", "evatr-0000"), NOW)))
                .containsExactly(Remedy.RETRY, Remedy.DECIDE_TAX);
    }

    private static CorrectionRow begun(CorrectionRow row, Instant now) {
        return ((Overdue.Begin<CorrectionRow>) row.overdue(now)).row();
    }
}
