package afterorder.order.feedback;

import static afterorder.order.feedback.AnOrderMailed.ADDRESSEE;
import static afterorder.order.feedback.AnOrderMailed.CALLED_OFF;
import static afterorder.order.feedback.AnOrderMailed.CUSTOMER;
import static afterorder.order.feedback.AnOrderMailed.MOVED;
import static afterorder.order.feedback.AnOrderMailed.MOVED_AGAIN;
import static afterorder.order.feedback.AnOrderMailed.NOW;
import static afterorder.order.feedback.AnOrderMailed.ORDER;
import static afterorder.order.feedback.AnOrderMailed.SENT;
import static afterorder.order.feedback.AnOrderMailed.about;
import static afterorder.order.feedback.AnOrderMailed.confirmation;
import static afterorder.order.feedback.AnOrderMailed.notice;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.confirmation.OrderRow;
import afterorder.order.feedback.Feedback.What;
import afterorder.order.notice.Notice;
import afterorder.order.row.WorkedRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often, and in whatever order, the mail service says what became of mails. */
class FeedbackPropertyTest {
    /** The confirmation was sent twice, as its first sender died; all went to the address of its own. */
    private static final List<Feedback> SAID = List.of(
            confirmation(What.BOUNCED, ADDRESSEE),
            about(confirmation(What.BOUNCED, ADDRESSEE).mail(), What.BOUNCED, ADDRESSEE, SENT.plusSeconds(59)),
            notice(MOVED, 1, What.BOUNCED, ADDRESSEE),
            notice(CALLED_OFF, 2, What.BOUNCED, ADDRESSEE),
            notice(MOVED_AGAIN, 3, What.BOUNCED, ADDRESSEE),
            notice(CALLED_OFF, 2, What.UNCERTAIN, ADDRESSEE),
            confirmation(What.COMPLAINED, CUSTOMER));

    @Property(tries = 200)
    void each_mail_is_sent_elsewhere_once_and_staff_told_once(@ForAll("repeated") List<Feedback> said) {
        OrderRow row = AnOrderMailed.told();
        Instant now = NOW;
        for (Feedback feedback : said) {
            now = now.plusSeconds(1);
            row = heard(row, feedback, now);
        }
        List<Notice> owed = row.progress().outbox().notices();
        assertThat(owed.stream().filter(notice -> !(notice instanceof Notice.Returned)))
                .doesNotHaveDuplicates();
        assertThat(row.progress().returned()).hasSize(distinct(said).size());
        assertThat(owed.stream().filter(notice -> notice instanceof Notice.Returned))
                .hasSize((int) distinct(said).stream()
                        .filter(feedback -> !feedback.endsWith("UNCERTAIN"))
                        .count());
        assertThat(owed.stream().filter(notice -> notice instanceof Notice.Redelivered))
                .hasSize(said.stream().anyMatch(SAID.subList(0, 2)::contains) ? 1 : 0);
        assertThat(owed.contains(MOVED)).isEqualTo(said.contains(SAID.get(2)));
        assertThat(owed.contains(CALLED_OFF)).isEqualTo(said.contains(SAID.get(3)));
        assertThat(owed.contains(MOVED_AGAIN)).isEqualTo(said.contains(SAID.get(4)));
    }

    @Property(tries = 200)
    void the_address_that_is_used_then_does_not_depend_on_the_order(@ForAll("repeated") List<Feedback> said) {
        OrderRow forwards = heardAll(said);
        OrderRow backwards = heardAll(said.reversed());
        assertThat(forwards.amendments()).isEqualTo(backwards.amendments());
    }

    private static OrderRow heardAll(List<Feedback> said) {
        OrderRow row = AnOrderMailed.told();
        for (Feedback feedback : said) row = heard(row, feedback, NOW);
        return row;
    }

    private static OrderRow heard(OrderRow row, Feedback feedback, Instant now) {
        List<WorkedRow> changed = FeedbackSteps.taken(row, ORDER, row, feedback, now);
        return changed.isEmpty() ? row : (OrderRow) changed.getFirst();
    }

    private static Set<String> distinct(List<Feedback> said) {
        return said.stream()
                .map(feedback -> feedback.mail() + " " + feedback.to() + " " + feedback.what())
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<List<Feedback>> repeated() {
        return Arbitraries.of(SAID).list().ofMaxSize(15);
    }
}
