package afterorder.order.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Address;
import afterorder.order.Customer;
import afterorder.order.Email;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S44")
class TaxTest {
    private static final BigDecimal NINETEEN = new BigDecimal("19");

    @ParameterizedTest
    @CsvSource({
        "DE, DE136695976, S, 19",
        "DE, , S, 19",
        "FR, FR83404833048, AE, 0",
        "MC, FR83404833048, AE, 0",
        "GR, EL123456789, AE, 0",
        "CH, , O, 0",
        "CH, DE136695976, O, 0",
        "GB, XI123456789, O, 0",
        "NO, NO123456789MVA, O, 0",
        "US, , O, 0",
        "GP, FR83404833048, O, 0",
    })
    void follows_country_and_vat_id_of_the_customer(String country, String vatId, String code, BigDecimal percent) {
        Tax tax = Tax.of(customer(country, vatId), NINETEEN);
        assertThat(tax.category().code()).isEqualTo(code);
        assertThat(tax.percent()).isEqualByComparingTo(percent);
        assertThat(tax.isCharged()).isEqualTo(code.equals("S"));
        assertThat(tax.category().exemption() == null).isEqualTo(tax.isCharged());
    }

    @Test
    void cannot_be_told_of_a_business_in_the_EU_without_a_vat_id() {
        assertThatThrownBy(() -> Tax.of(customer("FR", null), NINETEEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C-10042");
    }

    @Test
    void knows_the_27_states_and_that_greece_has_a_prefix_of_its_own() {
        assertThat(MemberState.values()).hasSize(27);
        assertThat(Arrays.stream(MemberState.values())
                        .filter(state -> !state.prefix().equals(state.name())))
                .containsExactly(MemberState.GR);
        assertThat(MemberState.GR.prefix()).isEqualTo("EL");
        assertThat(MemberState.of("GB")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AT, ATU12345678", "BE, BE0123456789", "BE, BE1012345678", "BG, BG123456789", "BG, BG1234567890",
        "CY, CY12345678X", "CZ, CZ12345678", "CZ, CZ1234567890", "DE, DE136695976", "DK, DK12345678",
        "EE, EE123456789", "ES, ESB12345678", "ES, ES12345678Z", "ES, ESX1234567L", "FI, FI12345678",
        "FR, FR83404833048", "FR, FRK7399859412", "GR, EL123456789", "HR, HR12345678901", "HU, HU12345678",
        "IE, IE1234567W", "IE, IE1234567WA", "IE, IE1X23456W", "IE, IE1+23456W", "IT, IT12345678901",
        "LT, LT123456789", "LT, LT123456789012", "LU, LU12345678", "LV, LV12345678901", "MT, MT12345678",
        "NL, NL004495445B01", "NL, NLAB+*56789B12", "PL, PL1234567890", "PT, PT123456789", "RO, RO12",
        "RO, RO1234567890", "SE, SE123456789001", "SI, SI12345678", "SK, SK1234567890",
    })
    void knows_the_forms_of_vat_ids(MemberState state, String vatId) {
        assertThat(state.mayHaveIssued(vatId)).isTrue();
        assertThat(state.mayHaveIssued(vatId + "?")).isFalse();
        assertThat(state.mayHaveIssued(vatId.substring(2))).isFalse();
        assertThat(Arrays.stream(MemberState.values()).filter(other -> other.mayHaveIssued(vatId)))
                .containsExactly(state);
    }

    private static Customer customer(String country, String vatId) {
        Address address = new Address("Hauptstraße 1", "65189", "Wiesbaden", country);
        return new Customer("C-10042", "Muster", new Email("einkauf@muster.example"), vatId, null, null, address);
    }
}
