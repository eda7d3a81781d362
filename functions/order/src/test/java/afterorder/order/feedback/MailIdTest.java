package afterorder.order.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.TestOrders;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import afterorder.order.row.RowKey;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailIdTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);

    @ParameterizedTest
    @EnumSource
    void is_the_same_after_the_mail_service_has_said_it_again(OrderMail mail) {
        MailId id = MailId.of(RowKey.purchase(TestOrders.ID, 2), mail);
        assertThat(MailId.read(id.tags())).isEqualTo(id);
    }

    @Test
    void has_what_the_mail_service_takes_only_and_names_nobody() {
        Outbox owed = Outbox.EMPTY.with(new Notice.Moved(1, DAY, DAY.plusDays(1)));
        Map<String, String> tags = MailId.of(RowKey.correction(TestOrders.ID, "4R7X9M2Q4T8WZ"), owed)
                .tags();
        assertThat(tags.keySet()).allMatch(name -> name.matches("[A-Za-z0-9_-]{1,256}"));
        assertThat(tags.values()).allMatch(value -> value.matches("[A-Za-z0-9_-]{1,256}"));
        assertThat(tags)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "order",
                        TestOrders.ID.value(),
                        "part",
                        "correction-4R7X9M2Q4T8WZ",
                        "mail",
                        "moved",
                        "number",
                        "1",
                        "reader",
                        "customer"));
    }

    @Test
    void numbers_notices_on_however_often_nothing_was_owed_in_between() {
        Notice moved = new Notice.Moved(1, DAY, DAY.plusDays(1));
        Outbox later = Outbox.EMPTY.with(moved).withoutFirst().with(moved).nextRound();
        assertThat(MailId.of(RowKey.order(TestOrders.ID), later).number()).isEqualTo(2);
        assertThat(later.notice(1)).contains(moved);
        assertThat(later.notice(2)).contains(moved);
        assertThat(later.notice(3)).isEmpty();
    }

    @Test
    void refuses_the_tags_of_a_mail_that_is_none_of_ours() {
        assertThatThrownBy(() -> MailId.read(Map.of("ses:configuration-set", "another")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
