package afterorder.order.tax;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Phrase;
import afterorder.order.TestOrders;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.tax.VatIdAnswer.Comparison;
import afterorder.order.tax.VatIdAnswer.Definite;
import afterorder.order.tax.VatIdAnswer.Register;
import afterorder.order.tax.VatIdRow.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

@Tag("S44")
class VatIdRowTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Seller SELLER = Settings.bundled().seller();
    private static final Register REGISTER = new Register("q-1", "then", "evatr");
    private static final Comparison COMPARISON = new Comparison("A", null, null, null);
    private static final Definite CONFIRMED = new VatIdAnswer.Confirmed(REGISTER, COMPARISON);
    private static final Definite INVALID = new VatIdAnswer.Invalid(REGISTER, Phrase.VAT_ID_NOT_ASSIGNED.with());
    private static final Definite MISMATCH = new VatIdAnswer.Mismatch(REGISTER, COMPARISON);
    private static final VatIdQuestion QUESTION =
            new VatIdQuestion("DE136695976", "FR83404833048", "Exemple SAS", "8 rue du Marché", "69002", "Lyon");

    @Property
    void keeps_each_confirmation_and_the_latest_answer(
            @ForAll("answers") @Size(min = 1, max = 50) List<Definite> answers) {
        VatIdRow row = VatIdRow.unasked(TestOrders.ID);
        for (int number = 0; number < answers.size(); number++) {
            row = row.with(new Proof(NOON.plusSeconds(number), QUESTION, answers.get(number)));
        }
        long confirmations =
                answers.stream().filter(answer -> answer == CONFIRMED).count();
        assertThat(row.proofs()).filteredOn(Proof::isConfirmation).hasSize((int) confirmations);
        assertThat(row.proofs()).hasSize((int) confirmations + (answers.getLast() == CONFIRMED ? 0 : 1));
        assertThat(row.latest().orElseThrow().answer()).isEqualTo(answers.getLast());
        assertThat(row.proofs()).extracting(Proof::at).isSorted();
        assertThat(row.confirms(QUESTION.vatId(), TODAY, SELLER)).isEqualTo(answers.getLast() == CONFIRMED);
    }

    @Provide
    Arbitrary<List<Definite>> answers() {
        return Arbitraries.of(CONFIRMED, INVALID, MISMATCH).list();
    }

    @Example
    void confirms_a_supply_of_that_day_or_before_and_that_vat_id_only() {
        VatIdRow row = VatIdRow.unasked(TestOrders.ID).with(new Proof(NOON, QUESTION, CONFIRMED));
        assertThat(row.confirms(QUESTION.vatId(), TODAY, SELLER)).isTrue();
        assertThat(row.confirms(QUESTION.vatId(), TODAY.minusDays(1), SELLER)).isTrue();
        assertThat(row.confirms(QUESTION.vatId(), TODAY.plusDays(1), SELLER)).isFalse();
        assertThat(row.confirms("FR00000000000", TODAY, SELLER)).isFalse();
    }

    /** Half past midnight in Germany is the day before in London's. */
    @Example
    void counts_days_as_the_seller_does() {
        Instant early = Instant.parse("2026-11-22T23:30:00Z");
        VatIdRow row = VatIdRow.unasked(TestOrders.ID).with(new Proof(early, QUESTION, CONFIRMED));
        assertThat(row.confirms(QUESTION.vatId(), TODAY, SELLER)).isTrue();
    }

    @Example
    void says_how_it_stands() {
        VatIdRow row = VatIdRow.unasked(TestOrders.ID);
        assertThat(row.status().code()).isEqualTo("not-asked");
        assertThat(row.with(new Proof(NOON, QUESTION, CONFIRMED)).status()).isEqualTo(VatIdStatus.CONFIRMED);
        assertThat(row.with(new Proof(NOON, QUESTION, MISMATCH)).status()).isEqualTo(VatIdStatus.MISMATCH);
        VatIdRow invalid = row.with(new Proof(NOON, QUESTION, INVALID));
        assertThat(invalid.status()).isEqualTo(VatIdStatus.INVALID);
        var decision = new VatIdRow.Decision(Treatment.DOMESTIC, "no proof", NOON.plus(Duration.ofHours(1)));
        assertThat(invalid.decided(decision).status()).isEqualTo(VatIdStatus.DECIDED);
        assertThat(invalid.decided(decision).proofs()).hasSize(1);
    }
}
