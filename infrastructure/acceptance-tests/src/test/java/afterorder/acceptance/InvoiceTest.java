package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.Download;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The invoice reaches the customer so that people and machines can book it. */
@InMovingShop
class InvoiceTest {

    @InBothLanguages
    @Tag("S44")
    @Tag("S45")
    void is_enclosed_and_linked_as_pdf_and_for_an_authority_as_xrechnung(Language language, Shop shop) {
        AnOrder order = anOrder()
                .in(language)
                .withDataCenter(1)
                .with(root -> root.put("buyerReference", "04011000-1234512345-06"));

        JsonNode invoice = shop.completes(order).at("/purchases/0/invoice");

        String number = invoice.get("number").textValue();
        Letter letter = shop.mailbox().to(order.customerEmail()).get(1);
        assertThat(letter.files()).containsOnlyKeys(number + ".pdf", number + ".xml");
        byte[] pdf = letter.files().get(number + ".pdf");
        assertThat(Pdf.of(pdf).text())
                .contains(
                        language.says("Rechnung " + number, "Invoice " + number),
                        language.says("1.190,00", "1,190.00"));
        assertThat(pdf)
                .isEqualTo(Download.behind(letter.links().get(0), shop.api()).content());
        Download xml = Download.behind(letter.links().get(1), shop.api());
        assertThat(xml.mediaType()).isEqualTo("application/xml");
        assertThat(letter.files().get(number + ".xml")).isEqualTo(xml.content());
        assertThat(new String(xml.content(), UTF_8))
                .contains("xrechnung_3.0", ">04011000-1234512345-06<", ">" + number + "<")
                .contains(">" + invoice.get("total").textValue() + "<");
    }

    @Test
    @Tag("S44")
    void tells_staff_which_letters_it_could_not_print(Shop shop) {
        AnOrder order = anOrder().withDataCenter(1).with(root -> root.withObject("customer")
                .put("name", "株式会社 Muster"));

        String id = shop.completes(order).get("id").textValue();

        shop.minutesPassUntil(() -> shop.mailbox().about(DeskDoor.DESK, id).size() == 2);
        assertThat(shop.mailbox().about(DeskDoor.DESK, id))
                .allSatisfy(letter -> assertThat(letter.text()).contains("会 式 株 社"))
                .extracting(Letter::text)
                .anyMatch(text -> text.contains("AB-"))
                .anyMatch(text -> text.contains("R-"));
    }
}
