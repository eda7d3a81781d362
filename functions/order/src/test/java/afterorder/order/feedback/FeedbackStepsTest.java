package afterorder.order.feedback;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.feedback.AnOrderMailed.ADDRESSEE;
import static afterorder.order.feedback.AnOrderMailed.CALLED_OFF;
import static afterorder.order.feedback.AnOrderMailed.CONTACT;
import static afterorder.order.feedback.AnOrderMailed.CUSTOMER;
import static afterorder.order.feedback.AnOrderMailed.MOVED;
import static afterorder.order.feedback.AnOrderMailed.NOW;
import static afterorder.order.feedback.AnOrderMailed.NUMBER;
import static afterorder.order.feedback.AnOrderMailed.ORDER;
import static afterorder.order.feedback.AnOrderMailed.SENT;
import static afterorder.order.feedback.AnOrderMailed.about;
import static afterorder.order.feedback.AnOrderMailed.confirmation;
import static afterorder.order.feedback.AnOrderMailed.notice;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Amendments;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.Money;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.feedback.Feedback.What;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Notice.Reader;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import afterorder.order.row.WorkedRow;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedbackStepsTest {
    private static final Target.Document CONFIRMATION =
            new Target.Document(DocumentKind.CONFIRMATION.objectKey(ID, NUMBER), CUSTOMER, Language.DE);

    @Test
    void sends_the_confirmation_to_the_customers_own_address_when_the_other_one_is_of_no_use() {
        OrderRow row = taken(AnOrderMailed.sent(), confirmation(What.BOUNCED, ADDRESSEE));
        assertThat(row.progress().outbox().notices())
                .containsExactly(
                        returned("confirmation", What.BOUNCED, ADDRESSEE, CUSTOMER),
                        new Notice.Redelivered(CONFIRMATION, NOW));
        assertThat(row.asItStands(ORDER).recipient(DocumentKind.CONFIRMATION).email())
                .isEqualTo(CUSTOMER);
        assertThat(row.progress().returned()).singleElement().satisfies(noted -> {
            assertThat(noted.to()).isEqualTo(ADDRESSEE);
            assertThat(noted.instead()).isEqualTo(CUSTOMER);
        });
    }

    @Test
    void tells_staff_alone_when_the_customers_own_address_is_of_no_use() {
        OrderRow first = taken(AnOrderMailed.sent(), confirmation(What.BOUNCED, ADDRESSEE));
        OrderRow both = taken(first, notice(new Notice.Redelivered(CONFIRMATION, NOW), 1, What.BOUNCED, CUSTOMER));
        assertThat(both.progress().outbox().notices().getLast())
                .isEqualTo(returned("redelivered", What.BOUNCED, CUSTOMER, null));
        assertThat(both.amendments().addresses()).isEqualTo(first.amendments().addresses());
    }

    @Test
    void uses_the_address_that_staff_has_put_in_its_place() {
        Email right = new Email("office@muster.example");
        OrderRow corrected = AnOrderMailed.sent().withAddress(ADDRESSEE, right, SENT);
        OrderRow row = taken(corrected, confirmation(What.BOUNCED, ADDRESSEE));
        assertThat(row.progress().outbox().notices()).contains(new Notice.Redelivered(CONFIRMATION.readBy(right), NOW));
        assertThat(row.amendments()).isEqualTo(corrected.amendments());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_DELIVERED", "UNCERTAIN"})
    void keeps_an_address_that_may_be_right(What what) {
        OrderRow row = taken(AnOrderMailed.sent(), confirmation(what, ADDRESSEE));
        assertThat(row.amendments().addresses()).isEmpty();
        assertThat(row.progress().outbox().notices())
                .isEqualTo(
                        what == What.UNCERTAIN ? List.of() : List.of(returned("confirmation", what, ADDRESSEE, null)));
        assertThat(row.progress().returned()).hasSize(1);
    }

    @Test
    void writes_to_another_address_after_a_complaint_but_does_not_repeat_what_was_read() {
        OrderRow row = taken(AnOrderMailed.sent(), confirmation(What.COMPLAINED, ADDRESSEE));
        assertThat(row.amendments().inUse(ADDRESSEE)).isEqualTo(CUSTOMER);
        assertThat(row.progress().outbox().notices())
                .containsExactly(returned("confirmation", What.COMPLAINED, ADDRESSEE, CUSTOMER));
    }

    @Test
    void owes_a_notice_again_that_came_back_the_very_one() {
        OrderRow row = taken(AnOrderMailed.told(), notice(CALLED_OFF, 2, What.BOUNCED, ADDRESSEE));
        assertThat(row.progress().outbox().notices())
                .containsExactly(returned("called-off", What.BOUNCED, ADDRESSEE, CUSTOMER), CALLED_OFF);
    }

    @Test
    void hears_of_a_mail_before_its_sender_has_recorded_it() {
        OrderRow row = taken(AnOrderMailed.sending(), confirmation(What.BOUNCED, ADDRESSEE));
        assertThat(row.progress().outbox().notices()).contains(new Notice.Redelivered(CONFIRMATION, NOW));
        OrderRow owing = AnOrderMailed.sent();
        OrderRow claimed =
                owing.withProgress(owing.progress().owing(MOVED, SENT).notifying(SENT));
        OrderRow heard = taken(claimed, notice(MOVED, 1, What.BOUNCED, ADDRESSEE));
        assertThat(heard.progress().notified().outbox().notices())
                .as("what is left when the sender has recorded it")
                .containsExactly(returned("moved", What.BOUNCED, ADDRESSEE, CUSTOMER), MOVED);
    }

    @Test
    void tells_staff_of_a_notice_that_is_forgotten() {
        OrderRow row = AnOrderMailed.told();
        for (int more = 0; more < 10; more++) {
            row = row.withProgress(row.progress().owing(MOVED, SENT).notified());
        }
        OrderRow heard = taken(row, notice(MOVED, 1, What.BOUNCED, ADDRESSEE));
        assertThat(heard.progress().outbox().notices())
                .containsExactly(returned("moved", What.BOUNCED, ADDRESSEE, null));
    }

    @Test
    void links_invoice_and_delivery_note_by_the_orders_row_and_notes_it_in_the_purchases() {
        OrderRow placed = AnOrderMailed.sent();
        PurchaseRow purchase = billed(placed);
        Feedback bounced = about(MailId.of(purchase.key(), OrderMail.PAPERS), What.BOUNCED, ADDRESSEE, SENT);
        List<WorkedRow> changed = FeedbackSteps.taken(placed, ORDER, purchase, bounced, NOW);
        assertThat(changed).extracting(WorkedRow::key).containsExactly(placed.key(), purchase.key());
        assertThat(changed.getFirst().progress().outbox().notices())
                .containsExactlyInAnyOrder(
                        new Notice.Redelivered(document(DocumentKind.INVOICE, "R-1"), NOW),
                        new Notice.Redelivered(document(DocumentKind.DELIVERY_NOTE, "L-1"), NOW));
        assertThat(changed.getLast().progress().outbox().notices())
                .containsExactly(returned("papers", What.BOUNCED, ADDRESSEE, CUSTOMER));
    }

    @Test
    void leaves_the_orders_row_alone_where_it_has_nothing_to_learn() {
        OrderRow placed = AnOrderMailed.sent();
        PurchaseRow purchase = billed(placed);
        Feedback bounced = about(MailId.of(purchase.key(), OrderMail.PURCHASED), What.BOUNCED, CONTACT, SENT);
        assertThat(FeedbackSteps.taken(placed, ORDER, purchase, bounced, NOW))
                .singleElement()
                .satisfies(row -> assertThat(row.progress().outbox().notices())
                        .as("nobody but the technical contact can verify the account")
                        .containsExactly(returned("purchased", What.BOUNCED, CONTACT, null)));
    }

    @Test
    void notes_a_mail_to_staff_without_another_one() {
        MailId parked = new MailId(RowKey.order(ID), "parked", 1, Reader.DESK);
        OrderRow row =
                taken(AnOrderMailed.sent(), about(parked, What.BOUNCED, new Email("desk@reseller.example"), SENT));
        assertThat(row.progress().outbox().isEmpty()).isTrue();
        assertThat(row.progress().returned()).hasSize(1);
    }

    @Test
    void stands_in_the_table_as_it_was() throws JsonProcessingException {
        OrderRow row = taken(AnOrderMailed.told(), notice(CALLED_OFF, 2, What.BOUNCED, ADDRESSEE));
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(row), OrderRow.class))
                .isEqualTo(row);
    }

    private static OrderRow taken(OrderRow row, Feedback feedback) {
        List<WorkedRow> changed = FeedbackSteps.taken(row, ORDER, row, feedback, NOW);
        assertThat(changed).hasSize(1);
        return (OrderRow) changed.getFirst();
    }

    private static PurchaseRow billed(OrderRow placed) {
        PurchaseRow purchase = PurchaseRow.scheduled(
                ID,
                placed.plans().getFirst(),
                ORDER.technicalContact(),
                Settings.bundled().seller(),
                SENT);
        Tax tax = new Tax(Tax.Category.STANDARD, BigDecimal.valueOf(19));
        Billing billing = new Billing(
                "R-1", "L-1", AnOrderMailed.TODAY, Money.zero(ORDER.currency()), tax, Amendments.NONE, 1, null);
        return BillingSteps.numbered(purchase, billing, SENT);
    }

    private static Target.Document document(DocumentKind kind, String number) {
        return new Target.Document(kind.objectKey(ID, number), CUSTOMER, Language.DE);
    }

    private static Notice returned(String mail, What what, Email to, Email instead) {
        return new Notice.Returned(mail, what, confirmation(what, to).reason(), to, instead);
    }
}
