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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a customer may change of an order, and until when. */
@InMovingShop
class ChangesTest {
    private static final ZoneId SELLER = ZoneId.of("Europe/Berlin");

    @InBothLanguages
    @Tag("S35")
    void a_purchase_that_was_moved_is_made_on_its_new_day_and_the_customer_is_told(Language language, Shop shop) {
        AnOrder order =
                anOrder().in(language).withCloud().purchaseOn(day(shop, 30).toString());
        String id = confirmed(shop, order);
        LocalDate earlier = day(shop, 10);

        assertThat(shop.changes("PUT", id + "/purchases/1", purchaseOn(earlier)).statusCode())
                .isEqualTo(200);
        assertThat(shop.changes("PUT", id + "/purchases/1", purchaseOn(earlier)).statusCode())
                .as("repeated")
                .isEqualTo(200);
        shop.minutePasses();
        Letter told = shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast();
        assertThat(told.subject())
                .startsWith(language.says("Neuer Kauftermin – Auftrag ", "New date of purchase – order ") + id);
        assertThat(told.text()).contains(language.says(earlier), language.says(earlier.plusDays(20)));
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();

        movesTo(shop, earlier);
        JsonNode done = shop.awaitDone(id);
        assertThat(done.at("/purchases/0/invoice/issuedOn").textValue()).isEqualTo(earlier.toString());
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("confirmation, move, invoice")
                .hasSize(3);
    }

    @Test
    @Tag("S35")
    void a_purchase_that_was_moved_to_now_is_made_at_once(Shop shop) {
        String id =
                confirmed(shop, anOrder().withCloud().purchaseOn(day(shop, 30).toString()));
        assertThat(shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"now\"}")
                        .statusCode())
                .isEqualTo(200);
        shop.minutePasses();
        shop.awaitDone(id);
    }

    @InBothLanguages
    @Tag("S35")
    void a_purchase_that_was_called_off_is_never_made_and_the_order_is_cancelled(Language language, Shop shop) {
        LocalDate day = day(shop, 5);
        AnOrder order = anOrder().in(language).withCloud().purchaseOn(day.toString());
        String id = confirmed(shop, order);

        assertThat(shop.changes("DELETE", id + "/purchases/1", "").statusCode()).isEqualTo(200);
        assertThat(shop.changes("DELETE", id + "/purchases/1", "").statusCode())
                .as("repeated")
                .isEqualTo(200);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("cancelled");
        shop.minutePasses();
        Letter told = shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast();
        assertThat(told.subject())
                .startsWith(language.says("Kauf abbestellt – Auftrag ", "Purchase called off – order ") + id);
        assertThat(told.text())
                .contains(language.says(
                        "Sie werden nicht beschafft und nicht berechnet",
                        "They will not be purchased and not be invoiced"));

        movesTo(shop, day.plusDays(1));
        HttpResponse<String> tooLate = shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"now\"}");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("cancelled");
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    @InBothLanguages
    @Tag("S36")
    void another_technical_contact_is_registered_when_the_purchase_has_not_begun(Language language, Shop shop) {
        AnOrder order =
                anOrder().in(language).withCloud().purchaseOn(day(shop, 3).toString());
        String id = confirmed(shop, order);
        String contact = """
                {"name": "Grace Hopper", "email": "grace-%s@muster.example", "atlassianAccount": true}""".formatted(id.toLowerCase());

        HttpResponse<String> changed = shop.changes("PUT", id + "/technical-contact", contact);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        shop.minutePasses();
        Letter told = shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast();
        assertThat(told.subject())
                .startsWith(language.says(
                        "Anderer technischer Ansprechpartner – Auftrag ", "Another technical contact – order "));
        assertThat(told.text()).contains("grace-" + id.toLowerCase());
        shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"now\"}");
        shop.minutePasses();
        shop.awaitDone(id);
        assertThat(shop.vendor().purchasesOf(id).getFirst().get("contact").textValue())
                .isEqualTo("grace-" + id.toLowerCase() + "@muster.example");
        assertThat(shop.mailbox()
                        .awaitsTo("grace-" + id.toLowerCase() + "@muster.example", 1)
                        .getFirst()
                        .subject())
                .contains(language.says("verfügbar", "available"));

        HttpResponse<String> late = shop.changes("PUT", id + "/technical-contact", contact.replace("Grace", "Ada"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("invoiced");
    }

    @Test
    @Tag("S4")
    @Tag("S35")
    void what_is_changed_before_the_dispatch_stands_on_the_confirmation(Shop shop) {
        shop.faults().losesMessageTo("accepted");
        LocalDate day = day(shop, 20);
        AnOrder order = anOrder()
                .in("de")
                .withCloud()
                .purchaseOn(day.toString())
                .withCloud()
                .purchaseOn(day.plusDays(9).toString());
        assertThat(shop.api().post(order.json(), order.customerEmail()).statusCode())
                .as("taken, though its message got lost")
                .isEqualTo(500);
        String id = Api.json(
                        shop.api().post(order.json(), order.customerEmail()).body())
                .get("id")
                .textValue();
        LocalDate other = day(shop, 2);
        assertThat(shop.changes("PUT", id + "/purchases/1", purchaseOn(other)).statusCode())
                .isEqualTo(200);
        assertThat(shop.changes("DELETE", id + "/purchases/2", "").statusCode()).isEqualTo(200);
        assertThat(shop.order(id).at("/purchases/0/purchaseOn").textValue()).isEqualTo(other.toString());
        assertThat(shop.order(id).at("/purchases/1/status").textValue()).isEqualTo("cancelled");

        shop.clock().advances("PT3M");
        shop.awaitConfirmed(id);
        Letter confirmation = shop.mailbox().to(order.customerEmail()).stream()
                .filter(letter -> letter.subject().contains("Auftragsbestätigung"))
                .findFirst()
                .orElseThrow();
        assertThat(Pdf.behind(confirmation.links().getFirst(), shop.api()).text())
                .contains("%td.%<tm.%<tY".formatted(other))
                .contains("abbestellt");
        movesTo(shop, other);
        JsonNode done = shop.awaitDone(id);
        assertThat(done.at("/purchases/1/status").textValue()).isEqualTo("cancelled");
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("confirmation, move, call-off, invoice")
                .hasSize(4);
    }

    private static String confirmed(Shop shop, AnOrder order) {
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        return id;
    }

    private static LocalDate day(Shop shop, int later) {
        return LocalDate.ofInstant(shop.clock().now(), SELLER).plusDays(later);
    }

    private static String purchaseOn(LocalDate day) {
        return "{\"purchaseOn\": \"" + day + "\"}";
    }

    private static void movesTo(Shop shop, LocalDate day) {
        shop.clock()
                .movesTo(day.atTime(LocalTime.of(8, 1))
                        .atZone(SELLER)
                        .toOffsetDateTime()
                        .toString());
    }
}
