package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer in another state of the EU is billed without VAT once its VAT ID is confirmed, and not before. */
@InMovingShop
class VatIdTest {
    private final String vatId = "FR83" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);

    @InBothLanguages
    @Tag("S44")
    @Tag("S45")
    void is_billed_without_vat_once_its_vat_id_is_confirmed(Language language, Shop shop) {
        AnOrder order = abroad(language);
        JsonNode done = shop.completes(order);
        assertThat(done.at("/vatIdCheck/status").textValue()).isEqualTo("confirmed");
        assertThat(done.at("/vatIdCheck/requestId").textValue()).isNotBlank();
        assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("1000.00");
        assertThat(invoice(shop, order))
                .contains(vatId, language.says("1.000,00", "1,000.00"))
                .contains(language.says("Steuerschuldnerschaft des Leistungsempfängers", "Reverse charge"));
    }

    @InBothLanguages
    @Tag("S44")
    @Tag("S45")
    void is_billed_as_the_desk_decides_when_its_vat_id_is_not_valid(Language language, Shop shop) {
        registerAnswers(shop, "invalid");
        AnOrder order = abroad(language);
        String id = shop.places(order);
        JsonNode parked = shop.awaitParked(id);
        assertThat(parked.at("/purchases/0/parked/reason").textValue()).contains(vatId, "not valid");
        assertThat(parked.at("/vatIdCheck/status").textValue()).isEqualTo("invalid");

        String decision = "{\"treatment\": \"domestic\", \"reason\": \"no proof of a business\"}";
        HttpResponse<String> decided = shop.desk("POST", "orders/" + id + "/vat-id", decision);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.order(id).at("/purchases/0/invoice/total").textValue()).isEqualTo("1190.00");
        assertThat(invoice(shop, order))
                .contains(language.says("1.190,00", "1,190.00"), "190")
                .doesNotContain("Steuerschuldnerschaft", "Reverse charge");
    }

    @Test
    @Tag("S44")
    @Tag("S46")
    void waits_while_the_register_is_down_and_goes_on_by_itself(Shop shop) {
        registerAnswers(shop, "down");
        AnOrder order = abroad(Language.EN);
        String id = shop.places(order);
        shop.await(
                id, "purchased", now -> now.at("/purchases/0/status").asText().equals("purchased"));
        shop.minutesPass(5);
        assertThat(shop.order(id).at("/purchases/0/status").textValue()).isEqualTo("purchased");
        assertThat(shop.order(id).at("/vatIdCheck/status").textValue()).isEqualTo("not-asked");

        registerAnswers(shop, "valid");
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.order(id).at("/vatIdCheck/status").textValue()).isEqualTo("confirmed");
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    private AnOrder abroad(Language language) {
        return anOrder().in(language).withDataCenter(1).with(order -> {
            ObjectNode customer = (ObjectNode) order.get("customer");
            customer.put("vatId", vatId);
            customer.putObject("address")
                    .put("street", "8 rue du Marché")
                    .put("postalCode", "69002")
                    .put("city", "Lyon")
                    .put("country", "FR");
        });
    }

    private void registerAnswers(Shop shop, String answer) {
        HttpResponse<String> told = shop.api().put("/_local/vat-ids/" + vatId, "{\"answer\": \"" + answer + "\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
    }

    private static String invoice(Shop shop, AnOrder order) {
        Letter letter = shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast();
        return Pdf.behind(letter.links().getFirst(), shop.api()).text();
    }
}
