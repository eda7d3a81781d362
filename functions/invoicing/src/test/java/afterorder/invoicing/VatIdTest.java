package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Language;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.order.tax.Tax.Category;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdAnswer;
import afterorder.order.tax.VatIdRow;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class VatIdTest {
    private static final Instant NOW = SampleOrder.PLACED;
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
