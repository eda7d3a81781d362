package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/** An invoice that is wrong is taken back, and another one stands in its place; what was issued stays as it is. */
@InMovingShop
class CancellationTest {

    @InBothLanguages
    @Tag("S44")
    @Tag("S45")
    void takes_an_invoice_back_and_issues_another_one_to_the_corrected_customer(Language language, Shop shop) {
        AnOrder order = anOrder()
                .in(language)
                .withDataCenter(2)
                .with(root -> root.put("buyerReference", "04011000-1234512345-06"));
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        String invoice = done.at("/purchases/0/invoice/number").textValue();
        byte[] issued = shop.mailbox().to(order.customerEmail()).get(1).files().get(invoice + ".pdf");

        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> taken =
                    corrects(shop, invoice, "cancellation", "{\"reason\": \"Falscher Name\"}", key);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        }
        Letter cancellation = nextLetter(shop, order, 3);
        assertThat(cancellation.subject()).contains(language.says("Stornorechnung S-", "Cancellation invoice S-"));
        assertThat(cancellation.header("In-Reply-To"))
                .isEqualTo(shop.mailbox().to(order.customerEmail()).getFirst().header("Message-ID"));
        String number = correction(shop, id, 0).get("number").textValue();
        assertThat(cancellation.files()).containsOnlyKeys(number + ".pdf", number + ".xml");
        assertThat(Pdf.behind(cancellation.links().getFirst(), shop.api()).text())
                .contains(number, invoice, "Falscher Name", language.says("-2.380,00", "-€2,380.00"));
        String xml = new String(cancellation.files().get(number + ".xml"), UTF_8);
        assertThat(xml).contains(">384<", ">" + invoice + "<", ">-2380.00<");
        assertThat(cancellation.text() + cancellation.html() + xml).doesNotContainIgnoringCase("gutschrift");

        ObjectNode customer = done.get("customer").deepCopy();
        customer.put("name", "Richtig & Söhne SE");
        String replacement = "{\"reason\": \"Falscher Name\", \"customer\": " + customer + "}";
        HttpResponse<String> wanted = corrects(
                shop, invoice, "replacement", replacement, UUID.randomUUID().toString());
        assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(202);
        Letter another = nextLetter(shop, order, 4);
        String second = correction(shop, id, 1).get("number").textValue();
        assertThat(second).isNotEqualTo(invoice).startsWith("R-");
        assertThat(Pdf.of(another.files().get(second + ".pdf")).text())
                .contains("Richtig & Söhne SE", second)
                .contains(language.says("ersetzt unsere Rechnung " + invoice, "replaces our invoice " + invoice));
        assertThat(corrects(shop, invoice, "replacement", replacement, "again-" + key)
                        .statusCode())
                .isEqualTo(409);

        Letter first = shop.mailbox().to(order.customerEmail()).get(1);
        assertThat(Pdf.behind(first.links().getFirst(), shop.api()).text())
                .isEqualTo(Pdf.of(issued).text());
        JsonNode now = shop.order(id);
        assertThat(now.get("status").textValue()).isEqualTo("done");
        assertThat(now.get("purchases")).isEqualTo(done.get("purchases"));
    }

    @InBothLanguages
    @Tag("S44")
    @Tag("S45")
    void takes_lines_back_each_once(Language language, Shop shop) {
        AnOrder order =
                anOrder().in(language).withDataCenter().withDataCenter(1).withCloud();
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        String invoice = done.at("/purchases/0/invoice/number").textValue();
        String lines = "{\"reason\": \"ordered twice\", \"lines\": [2, 3]}";
        assertThat(corrects(shop, invoice, "cancellation", lines, "lines-" + id).statusCode())
                .isEqualTo(202);
        Letter correction = nextLetter(shop, order, 3);
        assertThat(correction.subject()).contains(language.says("Rechnungskorrektur S-", "Invoice correction S-"));
        assertThat(Pdf.behind(correction.links().getFirst(), shop.api()).text())
                .contains("Confluence Data Center", "Confluence Cloud", language.says("-14.756,00", "-€14,756.00"))
                .doesNotContain("Jira", "Gutschrift");

        assertThat(corrects(shop, invoice, "cancellation", "{\"reason\": \"all\"}", "all-" + id)
                        .statusCode())
                .isEqualTo(409);
        assertThat(corrects(shop, invoice, "cancellation", lines, "lines-again-" + id)
                        .statusCode())
                .isEqualTo(409);
        assertThat(corrects(shop, invoice, "cancellation", "{\"reason\": \"all\"}", "lines-" + id)
                        .statusCode())
                .isEqualTo(422);
        assertThat(shop.order(id).get("corrections")).hasSize(1);
        assertThat(correction(shop, id, 0).get("lines").toString()).isEqualTo("[\"2-3\"]");
    }

    private static HttpResponse<String> corrects(Shop shop, String invoice, String what, String body, String key) {
        return shop.desk("POST", "invoices/" + invoice + "/" + what, body, key);
    }

    private static Letter nextLetter(Shop shop, AnOrder order, int count) {
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == count);
        shop.awaitRest();
        List<Letter> letters = shop.mailbox().to(order.customerEmail());
        assertThat(letters).hasSize(count);
        return letters.getLast();
    }

    private static JsonNode correction(Shop shop, String id, int index) {
        return shop.order(id).at("/corrections/" + index);
    }
}
