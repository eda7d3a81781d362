package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import afterorder.localcloud.mail.Mail;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LocalServicesExtension.class)
class InvoicingTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final int MOST_MINUTES = 30;

    private final Purchased purchased;

    InvoicingTest(LocalServices services) {
        this.purchased = new Purchased(services);
    }

    @Test
    @Tag("S44")
    @Tag("S47")
    void bills_and_delivers_what_was_purchased() {
        SampleOrder order = purchased.order();
        purchased.invoice(order, 1, NOW);
        PurchaseRow row = purchased.row(order);
        assertThat(row.status()).isEqualTo(Status.INVOICED);
        assertThat(row.billing().invoiceNumber()).isEqualTo("R-2026-00001");
        assertThat(row.billing().deliveryNoteNumber()).isEqualTo("L-2026-00001");
        assertThat(row.billing().issuedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(row.billing().total().amount()).isEqualByComparingTo("63546.00");
        assertThat(row.progress().deadlines())
                .containsExactly(Map.entry(Deadline.KEYS, Instant.parse("2028-02-21T23:00:00Z")));
        assertThat(purchased.documents("invoices", order)).hasSize(1);
        assertThat(purchased.documents("delivery-notes", order)).hasSize(1);
        assertThat(purchased.mails(order)).hasSize(1);
    }

    @Test
    @Tag("S49")
    void lets_no_key_into_row_mail_or_log() {
        SampleOrder order = purchased.order();
        String log = purchased.invoice(order, purchased.deployed()).log();
        assertThat(log).doesNotContain(Purchased.KEY);
        assertThat(purchased.row(order).toString()).doesNotContain(Purchased.KEY);
        assertThat(purchased.mails(order).getFirst().raw()).doesNotContain(Purchased.KEY);
    }

    @Test
    void does_nothing_for_another_attempt_or_a_second_time() {
        SampleOrder order = purchased.order();
        purchased.invoice(order, 2, NOW);
        assertThat(purchased.mails(order)).isEmpty();
        purchased.invoice(order, 1, NOW);
        PurchaseRow row = purchased.row(order);
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order)).isEqualTo(row);
        assertThat(purchased.mails(order)).hasSize(1);
    }

    @Test
    void parks_a_purchase_whose_mail_is_refused_for_good() {
        SampleOrder order = purchased.order();
        purchased.invoice(order, purchased.deployed().rejectedMails());
        assertThat(purchased.row(order).status()).isEqualTo(Status.PURCHASED);
        assertThat(purchased.row(order).progress().parked().reason().in(Language.EN))
                .contains("not verified");
    }

    @Test
    @Tag("S39")
    @Tag("S43")
    void tells_customer_and_technical_contact_that_the_licenses_are_in_the_account() {
        SampleOrder order = purchased.order();
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.mails(order)).singleElement().satisfies(mail -> assertThat(mail.raw())
                .contains("https://my.atlassian.com"));
        assertThat(purchased.mailsToContact(order)).singleElement().satisfies(mail -> assertThat(mail.raw())
                .contains("https://my.atlassian.com")
                .doesNotContain("/d/", Purchased.KEY));
        assertThat(purchased.row(order).progress().outbox().isEmpty()).isTrue();
    }

    @Test
    @Tag("S44")
    void threads_the_mails_with_the_confirmation_and_mails_all_the_same_when_its_id_is_not_known() {
        SampleOrder order = purchased.order();
        String thread = "<" + purchased.isConfirmed(order) + ">";
        purchased.invoice(order, 1, NOW);
        for (Mail mail : List.of(
                purchased.mails(order).getFirst(),
                purchased.mailsToContact(order).getFirst())) {
            assertThat(mail.raw().replaceAll("\\r\\n\\s", " "))
                    .contains("In-Reply-To: " + thread, "References: " + thread, "Auto-Submitted: auto-generated");
        }

        SampleOrder unknown = purchased.order();
        purchased.invoice(unknown, 1, NOW);
        assertThat(purchased.mails(unknown)).singleElement().satisfies(mail -> assertThat(mail.raw())
                .doesNotContain("In-Reply-To", "References"));
    }

    @Test
    @Tag("S44")
    void holds_up_no_invoice_when_the_technical_contacts_mail_is_refused_and_owes_it_to_staff() {
        List<String> calls = callsOfAnUndisturbedRun();
        SampleOrder order = purchased.order();
        purchased.invoice(order, purchased.deployed().rejectedMail(calls.lastIndexOf("SendRawEmail") + 1));
        PurchaseRow row = purchased.row(order);
        assertThat(row.status()).isEqualTo(Status.INVOICED);
        assertThat(row.isParked()).isFalse();
        assertThat(row.progress().outbox().notices())
                .containsExactly(new Notice.Undelivered(
                        "purchased", Phrase.MAIL_REFUSED.with("Email address is on the suppression list.")));
        assertThat(purchased.mails(order)).hasSize(1);
        assertThat(purchased.mailsToContact(order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED") // which ends the handler as death does
    @Tag("S44")
    void ends_invoiced_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedRun();
        List<String> numbers = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = purchased.order();
            int disturbed = call;
            Throwable failure = catchThrowable(() -> purchased.invoiceDisturbed(order, kind, disturbed));
            assertThat(kind == Kind.ANSWER_LOST || failure != null).as(fault).isTrue();
            purchased.invoice(order, 1, NOW); // as the workflow retries
            for (int minute = 1; minute <= MOST_MINUTES && isOpen(order); minute++) {
                purchased.looksAtOverdue(order, NOW.plus(Duration.ofMinutes(minute)));
            }
            assertThat(purchased.row(order).status()).as(fault).isEqualTo(Status.INVOICED);
            assertThat(purchased.documents("invoices", order)).as(fault).hasSize(1);
            assertThat(purchased.documents("delivery-notes", order)).as(fault).hasSize(1);
            assertThat(purchased.mails(order)).as(fault).hasSize(doublesTheMail(kind, call, calls) ? 2 : 1);
            numbers.add(purchased.row(order).billing().invoiceNumber());
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, calls.size() + 1)
                        .mapToObj(number -> "R-2026-%05d".formatted(number))
                        .toList());
    }

    private List<String> callsOfAnUndisturbedRun() {
        Deployed undisturbed = purchased.deployed();
        purchased.invoice(purchased.order(), undisturbed);
        return undisturbed.operations();
    }

    private boolean isOpen(SampleOrder order) {
        return purchased.row(order).status() != Status.INVOICED;
    }

    /** Only between SES and the record of what SES took; a client that got no answer from SES asks again by itself. */
    private static boolean doublesTheMail(Kind kind, int call, List<String> calls) {
        int mail = calls.indexOf("SendRawEmail") + 1;
        return kind == Kind.ANSWER_LOST ? call == mail : call > mail;
    }
}
