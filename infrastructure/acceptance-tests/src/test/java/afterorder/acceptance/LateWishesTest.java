package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Wishes for the design of the confirmation that come after the order. */
@InMovingShop
class LateWishesTest {

    @InBothLanguages
    @Tag("S5")
    @Tag("S6")
    @Tag("S7")
    @Tag("S8")
    void count_until_the_confirmation_is_sent(Language language, Shop shop) {
        shop.faults().losesMessageTo("accepted");
        AnOrder order = anOrder().in(language).withDataCenter(1);
        String key = order.customerEmail();
        assertThat(shop.api().post(order.json(), key).statusCode()).isEqualTo(500);
        String id =
                Api.json(shop.api().post(order.json(), key).body()).get("id").textValue();
        String reader = "accounting-" + key;
        String wishes = """
                {"orderNumber": "LATE-1", "addressee": {"company": "Late Holding SE", "email": "%s"}}""".formatted(reader);
        HttpResponse<String> taken = shop.changes("PUT", id + "/confirmation", wishes);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);

        shop.clock().advances("PT3M");
        shop.awaitConfirmed(id);
        Letter letter = shop.mailbox().awaitsTo(reader, 1).getFirst();
        assertThat(letter.subject()).contains("LATE-1");
        assertThat(Pdf.behind(letter.links().getFirst(), shop.api()).text()).contains("Late Holding SE", "LATE-1");
        assertThat(shop.changes("PUT", id + "/confirmation", "{\"orderNumber\": \"LATE-2\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @InBothLanguages
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("S44")
    void that_come_later_still_are_met_by_a_corrected_confirmation(Language language, Shop shop) {
        AnOrder order = anOrder().in(language).withDataCenter(1);
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        String first = done.at("/confirmation/number").textValue();
        String correction = """
                {"confirmation": {"orderNumber": "CORRECTED-1", "reference": "Cost center 4711"},
                 "reason": "the customer wished it by phone"}""";
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> wanted = shop.desk("POST", "orders/" + id + "/confirmation/correction", correction);
            assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(202);
        }
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 3);

        List<Letter> letters = shop.mailbox().to(order.customerEmail());
        Letter corrected = letters.getLast();
        assertThat(corrected.subject()).contains("CORRECTED-1");
        assertThat(corrected.text()).contains(language.says("ersetzt " + first, "replaces " + first));
        assertThat(corrected.header("In-Reply-To")).isEqualTo(letters.getFirst().header("Message-ID"));
        String text = Pdf.behind(corrected.links().getFirst(), shop.api()).text();
        assertThat(text)
                .contains(language.says("ersetzt " + first, "replaces " + first))
                .contains("CORRECTED-1", "Cost center 4711", "Confluence Data Center");
        JsonNode now = shop.order(id);
        assertThat(now.at("/confirmation/number").textValue()).isNotEqualTo(first);
        assertThat(now.get("status").textValue()).isEqualTo("done");
        assertThat(now.get("purchases")).hasSize(1);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }
}
