package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of mails that the mail service takes and then cannot deliver, or whose readers do not want them. */
@InMovingShop
class ReturnedMailTest {
    private static final String DESK = "desk@reseller.example";

    @Test
    void a_confirmation_that_comes_back_reaches_the_customers_own_address_and_later_mails_do_at_once(Shop shop) {
        String addressee = anAddress();
        AnOrder order = anOrder().withDataCenter().with(json -> wish(json, addressee));
        shop.mailbox().becomes(addressee, "bounce");
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        shop.minutesPassUntil(() -> aboutConfirmation(shop, order, id).size() == 1);
        Letter again = aboutConfirmation(shop, order, id).getFirst();
        assertThat(shop.api().get(again.links().getFirst()).statusCode()).isEqualTo(302);
        assertThat(shop.mailbox().to(addressee)).isEmpty();

        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(returned(shop, id)).singleElement().satisfies(mail -> {
            assertThat(mail.get("part").textValue()).isEqualTo("order");
            assertThat(mail.get("mail").textValue()).isEqualTo("confirmation");
            assertThat(mail.get("what").textValue()).isEqualTo("bounced");
            assertThat(mail.get("to").textValue()).isEqualTo(addressee);
            assertThat(mail.get("instead").textValue()).isEqualTo(order.customerEmail());
        });
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("its document again, and the invoice at once")
                .hasSize(2);
        shop.minutesPassUntil(() -> !toDesk(shop, id).isEmpty());
        assertThat(toDesk(shop, id)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(addressee, order.customerEmail(), "user unknown"));
    }

    @Test
    void a_customer_of_whom_no_address_works_is_left_to_staff_and_nobody_is_told_twice(Shop shop) {
        String addressee = anAddress();
        AnOrder order = anOrder().withService().with(json -> wish(json, addressee));
        shop.mailbox().becomes(addressee, "bounce");
        shop.mailbox().becomes(order.customerEmail(), "bounce");
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        shop.minutesPassUntil(() -> toDesk(shop, id).size() == 2);
        shop.minutesPass(5);
        assertThat(toDesk(shop, id)).hasSize(2);
        assertThat(toDesk(shop, id).getLast().text()).contains(order.customerEmail(), "auf anderem Weg");
        assertThat(returned(shop, id))
                .extracting(mail -> mail.get("mail").textValue())
                .containsExactly("confirmation", "redelivered");
        assertThat(returned(shop, id).getLast().has("instead")).isFalse();
        assertThat(shop.mailbox().to(order.customerEmail())).isEmpty();
    }

    @Test
    void a_reader_who_calls_a_mail_spam_gets_no_more_of_them(Shop shop) {
        String addressee = anAddress();
        AnOrder order = anOrder().withDataCenter().with(json -> wish(json, addressee));
        shop.mailbox().becomes(addressee, "complaint");
        String id = shop.places(order);
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.mailbox().to(addressee)).as("the confirmation").hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail())).as("the invoice").hasSize(1);
        shop.minutesPassUntil(() -> !toDesk(shop, id).isEmpty());
        assertThat(toDesk(shop, id).getFirst().text()).contains("als Spam gemeldet", addressee);
    }

    private static void wish(ObjectNode order, String addressee) {
        order.putObject("confirmation").putObject("addressee").put("email", addressee);
    }

    private static String anAddress() {
        return "orders-" + UUID.randomUUID().toString().substring(0, 12) + "@muster.example";
    }

    private static List<Letter> aboutConfirmation(Shop shop, AnOrder order, String id) {
        return shop.mailbox().about(order.customerEmail(), id).stream()
                .filter(mail -> mail.subject().startsWith("AB-"))
                .toList();
    }

    private static List<Letter> toDesk(Shop shop, String id) {
        return shop.mailbox().about(DESK, id).stream()
                .filter(mail -> mail.subject().startsWith("E-Mail kam zurück"))
                .toList();
    }

    private static List<JsonNode> returned(Shop shop, String id) {
        return shop.order(id).path("returnedMails").valueStream().toList();
    }
}
