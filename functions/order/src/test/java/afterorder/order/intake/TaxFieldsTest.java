package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.DocumentKind;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.settings.Settings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields that the invoice's tax and its way to the customer depend on. */
class TaxFieldsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path MIXED = Path.of("../../events/orders/mixed.json");
    private final OrderReader reader = new OrderReader(Settings.bundled());

    @ParameterizedTest
    @CsvSource({
        "DE, DE136695976",
        "DE, ",
        "FR, FR83404833048",
        "MC, FR83404833048",
        "GR, EL123456789",
        "IE, IE1234567WA",
        "NL, NL004495445B01",
        "AT, ATU12345678",
        "GB, GB123456789",
        "GB, XI123456789",
        "CH, CHE-123.456.789 MWST",
        "CH, DE136695976",
        "US, ",
        "AX, ",
    })
    @Tag("S44")
    void takes_a_vat_id_of_the_country_and_none_where_none_is_needed(String country, String vatId) throws IOException {
        assertThat(read(order -> customerOf(order, country, vatId))).isInstanceOf(Reading.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FR |                | is required for a business in another state of the EU: without it no invoice can be issued",
                "MC |                | is required for a business in another state of the EU: without it no invoice can be issued",
                "FR | DE136695976    | must be of the state of the customer's address, and begin with FR",
                "DE | FR83404833048  | must be of the state of the customer's address, and begin with DE",
                "GR | GR123456789    | must be of the state of the customer's address, and begin with EL",
                "DE | DE13669597     | has not the form of a VAT ID of DE",
                "AT | AT12345678     | has not the form of a VAT ID of AT",
                "DE | de136695976    | must be of the state of the customer's address, and begin with DE",
                "CH | che            | must be a VAT ID or business number in capitals",
            })
    @Tag("S44")
    void refuses_a_vat_id_that_no_invoice_could_name(String country, String vatId, String detail) throws IOException {
        assertThat(read(order -> customerOf(order, country, vatId)))
                .isEqualTo(new Reading.Refused<Order>(List.of(new Violation("/customer/vatId", detail))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04011000-1234512345-06",
                "991-33333TEST-33",
                "992-90009-96",
                "Accounts payable, 3rd floor",
                "2026-12"
            })
    @Tag("S8")
    void takes_a_leitweg_id_or_plain_text_as_buyer_reference(String reference) throws IOException {
        assertThat(accepted(order -> order.put("buyerReference", reference)).buyerReference())
                .isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04011000-1234512345-07", "04011000-1234512354-06", "992-90009-69"})
    @Tag("S8")
    void refuses_a_leitweg_id_with_a_slip(String reference) throws IOException {
        assertThat(read(order -> order.put("buyerReference", reference)))
                .isEqualTo(new Reading.Refused<Order>(List.of(new Violation(
                        "/buyerReference", "has the form of a Leitweg-ID, but wrong check digits at its end"))));
    }

    @Test
    @Tag("S5")
    @Tag("S9")
    void keeps_reference_and_language_for_the_documents_that_the_wish_names() throws IOException {
        Order order = accepted(root -> {
            ObjectNode wishes = root.withObject("/confirmation");
            wishes.put("reference", "Cost center 4711").put("language", "de");
            wishes.putArray("applyTo").add("confirmation").add("invoice");
        });
        assertThat(order.reference(DocumentKind.INVOICE)).contains("Cost center 4711");
        assertThat(order.reference(DocumentKind.DELIVERY_NOTE)).isEmpty();
        assertThat(order.language(DocumentKind.CONFIRMATION)).isEqualTo(Language.DE);
        assertThat(order.language(DocumentKind.DELIVERY_NOTE)).isEqualTo(Language.EN);
        assertThat(Json.MAPPER.treeToValue(Json.MAPPER.valueToTree(order), Order.class))
                .isEqualTo(order);
    }

    private static void customerOf(ObjectNode order, String country, String vatId) {
        ObjectNode customer = order.withObject("/customer");
        customer.withObject("/address").put("country", country);
        if (vatId == null) customer.remove("vatId");
        else customer.put("vatId", vatId);
    }

    private Order accepted(Consumer<ObjectNode> change) throws IOException {
        Reading<Order> reading = read(change);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Order>) reading).value();
    }

    private Reading<Order> read(Consumer<ObjectNode> change) throws IOException {
        ObjectNode order = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(MIXED));
        change.accept(order);
        return reader.read(order.toString().getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
