package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.MovingShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is registered with the vendor, and whether the account there is verified. */
@ExtendWith(MovingShop.class)
class TechnicalContactTest {
    private static final String DESK = "desk@reseller.example";

    @Test
    @Tag("S38")
    @Tag("S39")
    @Tag("S43")
    void both_are_told_that_the_licenses_are_in_the_existing_account(Shop shop) {
        AnOrder order = anOrder().in("de").withCloud();
        shop.vendor().account(order.contactEmail(), "existing");
        JsonNode done = shop.completes(
                order.with(json -> json.withObject("/technicalContact").put("atlassianAccount", false)));

        assertThat(account(done)).isEqualTo("existing");
        assertThat(shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast().text())
                .contains("besteht ein Atlassian-Konto");
        Letter toContact = shop.mailbox().awaitsTo(order.contactEmail(), 1).getFirst();
        assertThat(toContact.subject()).startsWith("Ihre Atlassian-Lizenzen sind verfügbar");
        assertThat(toContact.links()).as("neither invoice nor delivery note").isEmpty();
    }

    @Test
    @Tag("S40")
    @Tag("S41")
    @Tag("S42")
    @Tag("S43")
    void a_contact_without_account_is_reminded_until_it_is_verified(Shop shop) {
        AnOrder order = anOrder().in("en").withCloud();
        shop.vendor().account(order.contactEmail(), "none");
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        assertThat(account(done)).isEqualTo("verification-pending");
        assertThat(shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast().text())
                .contains("verif");
        assertThat(shop.mailbox().awaitsTo(order.contactEmail(), 1).getFirst().text())
                .contains("verif");

        shop.clock().advances("P3D");
        shop.minutesPassUntil(() -> shop.mailbox().to(order.contactEmail()).size() == 2);
        assertThat(shop.mailbox().to(order.contactEmail()).getLast().subject()).startsWith("Reminder");
        shop.vendor().account(order.contactEmail(), "verified");
        shop.clock().advances("P4D");
        shop.minutesPassUntil(() -> account(shop.order(id)).equals("verified"));
        shop.clock().advances("P8D");
        shop.minutePasses();
        assertThat(shop.mailbox().to(order.contactEmail())).hasSize(2);
        assertThat(shop.mailbox().to(DESK)).noneMatch(letter -> letter.subject().contains(id));
    }

    @Test
    @Tag("S40")
    @Tag("S41")
    void staff_is_told_of_a_contact_that_never_verified_and_a_late_one_counts_all_the_same(Shop shop) {
        AnOrder order = anOrder().in("de").withCloud();
        shop.vendor().account(order.contactEmail(), "none");
        String id = shop.completes(order).get("id").textValue();

        for (int days : List.of(3, 4, 7)) {
            shop.clock().advances("P" + days + "D");
            int reminders = days == 3 ? 1 : 2;
            shop.minutesPassUntil(() -> shop.mailbox().to(order.contactEmail()).size() == 1 + reminders);
        }
        shop.minutesPassUntil(() -> !toldOf(shop, id).isEmpty());
        List<Letter> told = toldOf(shop, id);
        assertThat(account(shop.order(id))).isEqualTo("unverified");
        assertThat(told.getFirst().subject()).startsWith("Atlassian-Konto nicht bestätigt");
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
        assertThat(shop.mailbox().to(order.contactEmail())).hasSize(3);

        shop.vendor().account(order.contactEmail(), "verified");
        assertThat(shop.vendor().webhook("{\"reference\": \"" + id + "-purchase-1-1\"}"))
                .isEqualTo(200);
        shop.minutesPassUntil(() -> account(shop.order(id)).equals("verified"));
        assertThat(shop.order(id).get("history").toString()).contains("has verified the account");
        assertThat(shop.mailbox().to(order.contactEmail())).hasSize(3);
    }

    private static List<Letter> toldOf(Shop shop, String id) {
        return shop.mailbox().to(DESK).stream()
                .filter(letter -> letter.subject().contains(id))
                .toList();
    }

    private static String account(JsonNode order) {
        return order.at("/purchases/0/technicalContact/account").textValue();
    }
}
