package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import afterorder.order.Language;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.purchase.Remedies;
import afterorder.order.purchase.Remedies.Remedy;
import afterorder.order.row.Deadline;
import afterorder.order.tax.Tax.Category;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdAnswer;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdStatus;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class VatIdTest {
    private static final Instant NOW = SampleOrder.PLACED;
    /** Until a silent environment is found dead. */
    private static final int MOST_MINUTES = 60;

    private final Purchased purchased;
    private final SampleOrder order;

    VatIdTest(LocalServices services) {
        purchased = new Purchased(services);
        order = purchased.order("abroad");
    }

    @Test
    void charges_no_vat_once_the_register_confirms_the_vat_id_and_keeps_the_proof() {
        purchased.registerAnswers(order, "valid");
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order).status()).isEqualTo(Status.INVOICED);
        assertThat(purchased.row(order).billing().tax().category()).isEqualTo(Category.REVERSE_CHARGE);
        assertThat(purchased.rows.vatId(order.id()).proofs()).singleElement().satisfies(proof -> {
            assertThat(proof.answer()).isInstanceOf(VatIdAnswer.Confirmed.class);
            assertThat(proof.answer().register().requestId()).isNotBlank();
            assertThat(proof.question().vatId())
                    .isEqualTo(order.order().customer().vatId());
        });
    }

    @Test
    void asks_nobody_about_a_german_customer() {
        SampleOrder german = purchased.order();
        purchased.invoice(german, 1, NOW);
        assertThat(purchased.rows.vatId(german.id()).version()).isZero();
    }

    @Test
    void parks_what_has_an_invalid_vat_id_and_bills_it_as_the_desk_decides() {
        purchased.registerAnswers(order, "invalid");
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order).status()).isEqualTo(Status.PURCHASED);
        assertThat(purchased.row(order).billing()).isNull();
        assertThat(purchased.row(order).progress().parked().reason().in(Language.DE))
                .contains("ungültig", "nicht vergeben");
        assertThat(purchased.row(order).progress().parked().reason().in(Language.EN))
                .contains("not valid", "not assigned");

        VatIdRow known = purchased.rows.vatId(order.id());
        purchased.rows.save(known.decided(new VatIdRow.Decision(Treatment.DOMESTIC, "no proof", NOW)));
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order).status()).isEqualTo(Status.INVOICED);
        assertThat(purchased.row(order).billing().tax().category()).isEqualTo(Category.STANDARD);
    }

    @Test
    void parks_what_has_another_holders_vat_id_until_the_register_confirms_it() {
        purchased.registerAnswers(order, "mismatch");
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order).billing()).isNull();
        assertThat(Remedies.of(purchased.row(order))).containsExactly(Remedy.RETRY, Remedy.DECIDE_TAX);
        assertThat(purchased.row(order).progress().parked().reason().in(Language.DE))
                .contains("Name ihres Inhabers");
        assertThat(purchased.rows.vatId(order.id()).status()).isEqualTo(VatIdStatus.MISMATCH);

        purchased.registerAnswers(order, "valid");
        PurchaseRow retried = purchased.rows.save(Remedies.retried(purchased.row(order), NOW));
        purchased.invoice(
                order, purchased.rows.save(retried.begun(NOW)).progress().attempt(), NOW);
        assertThat(purchased.row(order).status()).isEqualTo(Status.INVOICED);
        assertThat(purchased.rows.vatId(order.id()).proofs()).singleElement();
    }

    /** A crash between the register's answer and our record of it has it asked again, and nothing else. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void ends_with_one_invoice_and_its_proof_whichever_call_goes_wrong(Kind kind) {
        purchased.registerAnswers(order, "valid");
        Deployed undisturbed = purchased.deployed();
        purchased.invoice(order, undisturbed);
        int calls = undisturbed.operations().indexOf("SendRawEmail");
        assertThat(calls).isPositive();
        for (int call = 1; call <= calls; call++) {
            SampleOrder next = purchased.order("abroad");
            int disturbed = call;
            Throwable failure = catchThrowable(() -> purchased.invoiceDisturbed(next, kind, disturbed));
            assertThat(kind == Kind.ANSWER_LOST || failure != null).isTrue();
            purchased.invoice(next, 1, NOW); // as the workflow retries
            for (int minute = 1; purchased.row(next).status() != Status.INVOICED && minute <= MOST_MINUTES; minute++) {
                purchased.looksAtOverdue(next, NOW.plus(Duration.ofMinutes(minute)));
            }
            String fault = "%s at call %d of %s".formatted(kind, call, undisturbed.operations());
            assertThat(purchased.row(next).status()).as(fault).isEqualTo(Status.INVOICED);
            assertThat(purchased.documents("invoices", next)).as(fault).hasSize(1);
            assertThat(purchased.rows.vatId(next.id()).proofs()).as(fault).hasSize(1);
        }
    }

    @Test
    void waits_while_the_register_is_down_tells_staff_once_and_goes_on_by_itself() {
        purchased.registerAnswers(order, "down");
        purchased.invoice(order, 1, NOW);
        assertThat(purchased.row(order).progress().deadlines()).containsKey(Deadline.NEXT_ATTEMPT);
        assertThat(purchased.row(order).isParked()).isFalse();
        for (int hour = 1; hour <= 48; hour++) {
            asksAgain(hour);
        }
        assertThat(purchased.row(order).isParked()).isTrue();
        assertThat(purchased.row(order).progress().deadlines()).containsKey(Deadline.NEXT_ATTEMPT);
        assertThat(purchased.row(order).progress().outbox().notices())
                .singleElement()
                .isInstanceOf(Notice.Parked.class);

        purchased.registerAnswers(order, "valid");
        asksAgain(49);
        assertThat(purchased.row(order).status()).isEqualTo(Status.INVOICED);
        assertThat(purchased.row(order).isParked()).isFalse();
    }

    /** As due-work does when the wait has passed. */
    private void asksAgain(int hour) {
        Instant now = NOW.plus(Duration.ofHours(hour));
        int attempt =
                purchased.rows.save(purchased.row(order).begun(now)).progress().attempt();
        purchased.invoice(order, attempt, now);
    }
}
