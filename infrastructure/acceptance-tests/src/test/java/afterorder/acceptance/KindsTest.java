package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Renewals, upgrades, several instances of a license, and apps beside their hosts, in one order. */
@InOpenShop
class KindsTest {

    @InBothLanguages
    @Tag("S34")
    @Tag("S45")
    @Tag("S48")
    @Tag("S50")
    @Tag("S52")
    void every_kind_of_license_is_confirmed_bought_invoiced_and_delivered(Language language, Shop shop) {
        JsonNode lines = Api.json(AnOrder.example("kinds").json()).get("lines");
        AnOrder order = anOrder().in(language).with(root -> root.set("lines", lines));

        JsonNode done = shop.completes(order);

        String id = done.get("id").textValue();
        JsonNode sold = shop.vendor().purchasesOf(id).getFirst().get("items");
        assertThat(sold.findValuesAsText("product"))
                .containsOnlyOnce("scriptrunner-for-jira", "confluence", "draw-io-for-confluence")
                .filteredOn("bitbucket"::equals)
                .hasSize(3);
        List<String> keys = shop.vendor().keysOf(id);
        assertThat(keys).hasSize(5).doesNotHaveDuplicates();

        List<Letter> letters = shop.mailbox().to(order.customerEmail());
        Pdf confirmation = Pdf.behind(letters.get(0).links().getFirst(), shop.api());
        assertThat(confirmation.text())
                .contains("Jira Data Center", "ScriptRunner for Jira Data Center", "draw.io for Confluence Cloud")
                .contains(language.says("Neue Lizenz", "New license"), language.says("Verlängerung", "Renewal"));
        Pdf deliveryNote = Pdf.behind(letters.get(1).links().get(1), shop.api());
        assertThat(deliveryNote.text())
                .contains("muster.atlassian.net", "SEN-1234567", "SEN-1234568")
                .containsIgnoringWhitespaces(language.says(
                        "Die Site muster.atlassian.net wurde produktiv geschaltet",
                        "The site muster.atlassian.net has been switched to productive"));
        keys.forEach(key -> assertThat(deliveryNote.unbroken()).contains(key.replaceAll("\\s", "")));
        assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("218960.00");
    }
}
