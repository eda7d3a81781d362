package afterorder.order.notice;

import static afterorder.order.TestOrders.ID;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.TechnicalContact;
import afterorder.order.link.Target;
import afterorder.order.purchase.ContactAccount;
import afterorder.order.purchase.ContactAccount.Status;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Sale;
import afterorder.order.row.Deadline;
import afterorder.order.row.HistoryEntry;
import afterorder.order.row.Overdue;
import afterorder.order.row.Progress;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Notice MOVED = new Notice.Moved(1, TODAY, TODAY.plusDays(1));
    private static final Notice CALLED_OFF = new Notice.CalledOff(1, TODAY);

    private final PurchaseRow row = PurchaseRow.scheduled(
            ID,
            new Plan(1, TODAY, LineSelection.of(List.of(1)), false),
            new TechnicalContact("Ada", new Email("ada@muster.example"), true),
            Settings.bundled().seller(),
            NOW);

    @Test
    void writes_off_what_was_sent() {
        Progress claimed = row.progress().owing(MOVED, NOW).notifying(NOW);
        Progress done = Delivery.done(claimed, claimed.outbox()).orElseThrow();
        assertThat(done.outbox().isEmpty()).isTrue();
        assertThat(done.deadlines()).doesNotContainKey(Deadline.NOTICE);
    }

    @Test
    void writes_off_nothing_but_what_was_sent() {
        Progress claimed = row.progress().owing(MOVED, NOW).notifying(NOW);
        Progress more = claimed.owing(CALLED_OFF, NOW);
        Progress done = Delivery.done(more, claimed.outbox()).orElseThrow();
        assertThat(done.outbox().notices()).containsExactly(CALLED_OFF);
        assertThat(Delivery.done(done, claimed.outbox())).as("twice").isEmpty();
    }

    @Test
    void leaves_it_to_the_other_when_another_is_sending_it_anew() {
        PurchaseRow owing = row.withProgress(row.progress().awaitingNothing().owing(MOVED, NOW));
        Progress claimed = owing.progress().notifying(NOW);
        Progress handedOverAgain = handedOver(owing);
        assertThat(Delivery.done(handedOverAgain.notifying(NOW), claimed.outbox()))
                .isEmpty();
        assertThat(Delivery.done(handedOverAgain, claimed.outbox()))
                .as("nobody has begun: it is sent already")
                .isPresent();
    }

    @Test
    void owes_staff_another_way_of_telling_whom_a_mail_did_not_reach() {
        Progress claimed = row.progress().owing(MOVED, NOW).notifying(NOW);
        Progress refused = Delivery.refused(claimed, claimed.outbox(), Phrase.MAIL_REFUSED.with("suppressed"), NOW)
                .orElseThrow();
        assertThat(refused.outbox().notices())
                .containsExactly(new Notice.Undelivered("moved", Phrase.MAIL_REFUSED.with("suppressed")));
        assertThat(refused.deadlines()).containsEntry(Deadline.NOTICE, NOW);
        assertThat(refused.history().getLast()).isEqualTo(new HistoryEntry(NOW, "the mail moved was refused"));
    }

    @Test
    void says_whom_a_new_link_did_not_reach_as_that_is_whoever_had_the_earlier_one() {
        Email reader = new Email("licenses@muster.example");
        Notice link = new Notice.NewLink(new Target.Document("delivery-notes/1/L-1.pdf", reader, Language.DE), NOW);
        Progress claimed = row.progress().owing(link, NOW).notifying(NOW);
        Progress refused = Delivery.refused(claimed, claimed.outbox(), Phrase.MAIL_REFUSED.with("suppressed"), NOW)
                .orElseThrow();
        assertThat(refused.outbox().notices())
                .containsExactly(new Notice.Undelivered("new-link", Phrase.MAIL_REFUSED.with("suppressed"), reader));
    }

    @Test
    void does_not_tell_staff_that_staff_cannot_be_told() {
        Progress claimed = row.progress()
                .owing(new Notice.Parked(Phrase.REFUSED_BY_VENDOR.with("no credit")), NOW)
                .notifying(NOW);
        Progress refused = Delivery.refused(claimed, claimed.outbox(), Phrase.MAIL_REFUSED.with("suppressed"), NOW)
                .orElseThrow();
        assertThat(refused.outbox().isEmpty()).isTrue();
        assertThat(refused.history().getLast().what()).isEqualTo("the mail parked was refused");
    }

    @Test
    void gives_up_a_notice_whose_every_sender_died_and_owes_staff_another_way_of_telling() {
        PurchaseRow owing = row.withProgress(
                row.progress().awaitingNothing().owing(MOVED, NOW).owing(CALLED_OFF, NOW));
        Instant now = NOW;
        int claims = 0;
        while (owing.progress().outbox().first().equals(MOVED)) {
            assertThat(claims).isLessThanOrEqualTo(Progress.MOST_ATTEMPTS);
            now = owing.progress().due().orElseThrow();
            owing = stored(late(owing, now));
            if (!owing.progress()
                    .outbox()
                    .awaitsSending(owing.progress().outbox().round())) continue;
            if (!owing.progress().outbox().first().equals(MOVED)) break;
            owing = stored(owing.withProgress(owing.progress().notifying(now)));
            claims++;
        }
        assertThat(claims).isEqualTo(Progress.MOST_ATTEMPTS);
        assertThat(owing.progress().history().getLast().what()).isEqualTo("the mail moved was given up");
        assertThat(owing.progress().outbox().notices())
                .containsExactly(CALLED_OFF, new Notice.Undelivered("moved", Phrase.MAIL_UNSENT.with(claims)));
        assertThat(owing.overdue(now)).as("the next one's turn").isInstanceOf(Overdue.Notify.class);
    }

    @Test
    void hands_over_what_nobody_began_to_send_however_often() {
        PurchaseRow owing = row.withProgress(row.progress().awaitingNothing().owing(MOVED, NOW));
        for (int round = 0; round < 100; round++) {
            owing = stored(late(owing, owing.progress().due().orElseThrow()));
        }
        assertThat(owing.progress().outbox().first()).isEqualTo(MOVED);
    }

    @Test
    void knows_a_parking_that_has_ended() {
        PurchaseRow parked = row.parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        Notice notice = parked.progress().outbox().first();
        assertThat(parked.hasSettled(notice)).isFalse();
        assertThat(parked.withProgress(parked.progress().unparked()).hasSettled(notice))
                .isTrue();
    }

    @Test
    @Tag("S41")
    void reminds_nobody_who_has_verified_meanwhile() {
        Notice reminder = new Notice.VerificationReminder(3);
        assertThat(with(Status.VERIFICATION_PENDING).hasSettled(reminder)).isFalse();
        assertThat(with(Status.VERIFIED).hasSettled(reminder)).isTrue();
        assertThat(with(Status.UNVERIFIED).hasSettled(new Notice.Unverified())).isFalse();
    }

    @Test
    void asks_the_desk_for_nothing_that_it_has_done_and_mails_the_latest_link_only() {
        PurchaseRow asked = DeskSteps.commissioned(row.begun(NOW), NOW.plusSeconds(60), NOW.plusSeconds(120), NOW);
        assertThat(asked.hasSettled(new Notice.DeskTask(1))).isFalse();
        assertThat(asked.hasSettled(new Notice.DeskTask(2))).isTrue();
        assertThat(asked.hasSettled(new Notice.DeskReminder())).isFalse();
        assertThat(row.hasSettled(new Notice.DeskEscalation())).isTrue();
    }

    @Test
    void tells_of_every_change_however_late() {
        assertThat(row.hasSettled(MOVED)).isFalse();
        assertThat(row.hasSettled(CALLED_OFF)).isFalse();
    }

    private static PurchaseRow late(PurchaseRow row, Instant now) {
        return switch (row.overdue(now)) {
            case Overdue.Watch<PurchaseRow>(PurchaseRow watched) -> watched;
            case Overdue.Notify<PurchaseRow>(PurchaseRow next) -> next;
            case Overdue.GiveUp<PurchaseRow>(PurchaseRow given, Notice notice) -> given;
            default -> throw new AssertionError("nothing is late");
        };
    }

    private static PurchaseRow stored(PurchaseRow row) {
        return row.withVersion(row.version() + 1);
    }

    private static Progress handedOver(PurchaseRow owing) {
        if (owing.overdue(NOW) instanceof Overdue.Notify<PurchaseRow>(PurchaseRow next)) return next.progress();
        throw new AssertionError("not handed over");
    }

    private PurchaseRow with(Status account) {
        Sale sale = new Sale(NOW, new ContactAccount(account, 1), List.of(), null);
        return new PurchaseRow(
                ID,
                1,
                1,
                PurchaseRow.Status.INVOICED,
                TODAY,
                row.lines(),
                row.technicalContact(),
                row.vendor(),
                sale,
                null,
                row.progress());
    }
}
