package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order runs through: confirmation, purchase, invoice, delivery note. */
@InOpenShop
class ChainTest {

    @InBothLanguages
    @Tag("S1")
    @Tag("S3")
    @Tag("S34")
    @Tag("S44")
    @Tag("S46")
    @Tag("S47")
    @Tag("S48")
    @Tag("S49")
    void a_data_center_license_is_confirmed_bought_invoiced_and_delivered_with_its_key(Language language, Shop shop) {
        AnOrder order = anOrder().in(language).withDataCenter();
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();

        List<Letter> letters = shop.mailbox().to(order.customerEmail());
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).subject())
                .startsWith(language.says("Auftragsbestätigung ", "Order confirmation ")
                        + done.at("/confirmation/number").textValue());
        assertThat(letters.get(0).text())
                .contains(language.says("Wir bestätigen sie Ihnen hiermit", "We hereby confirm it"));
        assertThat(letters.get(1).subject())
                .startsWith(language.says("Rechnung ", "Invoice ")
                        + done.at("/purchases/0/invoice/number").textValue());
        assertThat(letters.get(1).text())
                .contains(language.says(
                        "Lizenzschlüssel stehen nur im Lieferschein, nie in einer E-Mail",
                        "License keys are in the delivery note only, never in an email"));

        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        Pdf invoice = Pdf.behind(letters.get(1).links().get(0), shop.api());
        assertThat(invoice.text())
                .contains(language.says("49.980,00", "49,980.00"), language.says("7.980,00", "7,980.00"))
                .contains(language.says("wir berechnen Ihnen die folgenden Lizenzen", "We invoice the following"));
        assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("49980.00");

        Pdf deliveryNote = Pdf.behind(letters.get(1).links().get(1), shop.api());
        JsonNode sold = shop.vendor().purchasesOf(id).getFirst().at("/items/0");
        assertThat(deliveryNote.text())
                .contains(sold.get("sen").textValue())
                .contains(language.says("Lizenzschlüssel sind vertraulich", "License keys are confidential"));
        assertThat(deliveryNote.unbroken()).contains(sold.get("key").textValue().replaceAll("\\s", ""));
        assertThat(sold.get("key").textValue().length()).isBetween(600, 950);
    }

    @Test
    @Tag("S50")
    @Tag("S51")
    void a_cloud_license_is_switched_to_productive_and_has_no_key(Shop shop) {
        AnOrder order = anOrder().in("en").withCloud();
        JsonNode done = shop.completes(order);

        Letter invoiceMail = shop.mailbox().to(order.customerEmail()).get(1);
        Pdf deliveryNote = Pdf.behind(invoiceMail.links().get(1), shop.api());
        assertThat(deliveryNote.text()).contains("muster.atlassian.net").containsIgnoringCase("productive");
        assertThat(shop.vendor().keysOf(done.get("id").textValue())).isEmpty();
    }

    @Test
    @Tag("S52")
    void one_delivery_note_holds_both_kinds(Shop shop) {
        AnOrder order = anOrder().withDataCenter(2).withCloud();
        JsonNode done = shop.completes(order);

        List<String> keys = shop.vendor().keysOf(done.get("id").textValue());
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        Letter invoiceMail = shop.mailbox().to(order.customerEmail()).get(1);
        Pdf deliveryNote = Pdf.behind(invoiceMail.links().get(1), shop.api());
        assertThat(deliveryNote.text()).contains("muster.atlassian.net");
        keys.forEach(key -> assertThat(deliveryNote.unbroken()).contains(key.replaceAll("\\s", "")));
        assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("15946.00");
    }

    @Test
    @Tag("S4")
    void the_confirmation_lists_every_line_as_ordered_in_the_language_of_the_order(Shop shop) {
        AnOrder german = anOrder().withDataCenter().withCloud().withService();
        AnOrder english = anOrder().in("en").withDataCenter().withCloud().withService();
        shop.awaitConfirmed(shop.places(german));
        shop.awaitConfirmed(shop.places(english));

        Letter germanMail = shop.mailbox().to(german.customerEmail()).getFirst();
        Letter englishMail = shop.mailbox().to(english.customerEmail()).getFirst();
        for (String text : Stream.of(germanMail, englishMail)
                .flatMap(mail -> Stream.of(
                        mail.text(),
                        mail.html(),
                        Pdf.behind(mail.links().getFirst(), shop.api()).text()))
                .toList()) {
            assertThat(text)
                    .contains("Jira", "SEN-1234567", "Confluence", "muster.atlassian.net", "Migration workshop");
        }
        assertThat(germanMail.text()).contains("42.000,00");
        assertThat(englishMail.text()).contains("42,000.00");
        assertThat(germanMail.subject()).contains("Auftragsbestätigung");
        assertThat(englishMail.subject()).containsIgnoringCase("confirmation");
    }

    @Test
    @Tag("S5")
    @Tag("S7")
    @Tag("S8")
    @Tag("S9")
    void wishes_for_addressing_and_the_own_order_number_are_honored(Shop shop) {
        AnOrder order = anOrder().in("en").withDataCenter().with(root -> root.putObject("confirmation")
                .put("orderNumber", "PO-77-4711")
                .set(
                        "addressee",
                        root.objectNode().put("company", "Muster Holding AG").put("attention", "Erika Muster")));
        shop.completes(order);

        List<Letter> letters = shop.mailbox().to(order.customerEmail());
        Pdf confirmation = Pdf.behind(letters.get(0).links().getFirst(), shop.api());
        assertThat(confirmation.text()).contains("Muster Holding AG", "Erika Muster", "PO-77-4711");
        for (String link : letters.get(1).links()) {
            assertThat(Pdf.behind(link, shop.api()).text())
                    .contains("PO-77-4711")
                    .doesNotContain("Muster Holding AG");
        }
        assertThat(letters).allSatisfy(letter -> assertThat(letter.subject()).contains("PO-77-4711"));
    }

    @Test
    @Tag("S7")
    void a_wished_address_gets_the_mail_and_applies_where_it_is_asked_for(Shop shop) {
        String wished = "orders-" + System.nanoTime() + "@muster.example";
        AnOrder order = anOrder().withDataCenter().with(root -> {
            var wishes = root.putObject("confirmation");
            wishes.putObject("addressee").put("company", "Muster Holding AG").put("email", wished);
            wishes.putArray("applyTo").add("confirmation").add("invoice").add("delivery-note");
        });
        shop.completes(order);

        assertThat(shop.mailbox().to(order.customerEmail())).isEmpty();
        List<Letter> letters = shop.mailbox().to(wished);
        assertThat(letters).hasSize(2);
        Pdf invoice = Pdf.behind(letters.get(1).links().getFirst(), shop.api());
        assertThat(invoice.text()).contains("Muster Holding AG").contains("Muster GmbH");
    }

    @Test
    @Tag("S10")
    @Tag("S12")
    void services_are_confirmed_and_then_wait(Shop shop) {
        AnOrder order = anOrder().withService().with(root -> root.remove("technicalContact"));
        JsonNode confirmed = shop.awaitConfirmed(shop.places(order));

        assertThat(confirmed.get("status").textValue()).isEqualTo("open");
        assertThat(confirmed.get("purchases")).isEmpty();
        assertThat(confirmed.at("/services/0/lines/0").intValue()).isEqualTo(1);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(1);
    }

    @Test
    @Tag("S36")
    @Tag("S37")
    @Tag("S38")
    @Tag("S40")
    void the_technical_contact_is_registered_and_the_vendor_says_whether_it_has_an_account(Shop shop) {
        AnOrder known = anOrder().withCloud();
        AnOrder unknown = anOrder().withCloud();
        shop.vendor().account(unknown.contactEmail(), "none");

        JsonNode withAccount = shop.completes(known);
        JsonNode without = shop.completes(unknown);

        assertThat(withAccount.at("/purchases/0/technicalContact/account").textValue())
                .isEqualTo("existing");
        assertThat(without.at("/purchases/0/technicalContact/account").textValue())
                .isEqualTo("verification-pending");
        assertThat(shop.vendor()
                        .purchasesOf(without.get("id").textValue())
                        .getFirst()
                        .get("contact")
                        .textValue())
                .isEqualTo(unknown.contactEmail());
    }

    @Test
    void ten_orders_at_once_are_all_done_and_no_number_is_given_twice(Shop shop) {
        List<AnOrder> orders =
                IntStream.range(0, 10).mapToObj(n -> anOrder().withDataCenter()).toList();
        List<String> ids = orders.parallelStream().map(shop::places).toList();

        Set<String> numbers = new HashSet<>();
        for (String id : ids) {
            JsonNode done = shop.awaitDone(id);
            numbers.add(done.at("/confirmation/number").textValue());
            numbers.add(done.at("/purchases/0/invoice/number").textValue());
            numbers.add(done.at("/purchases/0/deliveryNote/number").textValue());
            assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        }
        assertThat(numbers).hasSize(30);
        orders.forEach(
                order -> assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2));
    }
}
