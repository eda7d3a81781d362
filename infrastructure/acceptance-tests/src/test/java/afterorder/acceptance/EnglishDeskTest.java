package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.EnglishDesk;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mails to staff that reads English, whatever the customer reads; those in German are shown where they are caused. */
class EnglishDeskTest {
    private static final String DESK = "desk@reseller.example";
    private static final String LEAD = "desk-lead@reseller.example";
    private static final Pattern TASK = Pattern.compile("https?://\\S+(/t/[A-Za-z0-9_-]+)");
    private static final Map<String, String> BY_HAND =
            Map.of("Vendor", "desk", "CommerceToken", "sandbox", "CommerceAccount", "partner");

    @Test
    @Tag("S34")
    @Tag("S41")
    @Tag("S45")
    void task_reminder_escalation_parking_and_unverified_account_are_mailed_in_the_staff_s_language(
            @TempDir Path checkout, @TempDir Path data) throws IOException {
        try (Shop shop = Shop.open(EnglishDesk.in(checkout), data, BY_HAND)) {
            AnOrder order = anOrder().in("de").withCloud();
            String id = shop.places(order);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> shop.desk("GET", "purchases", "").body().contains(id));

            Letter task = mailed(shop, DESK, "PT1M", "To be purchased: order " + id + ", purchase 1");
            assertThat(task.text()).contains("Please purchase these licenses in Atlassian's portal");
            assertThat(shop.api().get(page(task)).body()).contains("lang=\"en\"", "<form");
            Letter reminder = mailed(shop, DESK, "PT3H", "Reminder – to be purchased: order " + id);
            assertThat(reminder.text()).contains("This purchase is overdue.");
            Letter escalation = mailed(shop, LEAD, "PT3H", "Long overdue: order " + id);
            assertThat(escalation.text()).contains("This purchase has not been made in spite of a reminder.");

            shop.desk("PUT", "purchases/" + id + "/1", boughtOfAnotherTier(shop));
            Letter parked = mailed(shop, DESK, "PT1M", "Parked: order " + id + ", purchase 1");
            assertThat(parked.text())
                    .contains("This purchase cannot go on. Please decide what to do.")
                    .contains("Accept and invoice what was sold", "ordered for 500 users, sold for 1000");

            shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"agreed by phone\"}");
            shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
            Letter unverified = mailed(shop, DESK, "P4D", "Atlassian account not verified: order " + id);
            assertThat(unverified.text()).contains("Please call the customer.", order.contactEmail());
        }
    }

    /** Lets time pass in such steps until the mail of that subject has come. */
    private static Letter mailed(Shop shop, String address, String step, String subject) {
        shop.minutesPassUntil(() -> {
            if (find(shop, address, subject).isEmpty()) shop.clock().advances(step);
            return find(shop, address, subject).isPresent();
        });
        return find(shop, address, subject).orElseThrow();
    }

    private static Optional<Letter> find(Shop shop, String address, String subject) {
        return shop.mailbox().to(address).stream()
                .filter(letter -> letter.subject().startsWith(subject))
                .findFirst();
    }

    private static String boughtOfAnotherTier(Shop shop) {
        JsonNode bought = shop.vendor().buysInPortal("""
                {"customer": "Muster GmbH", "items": [
                  {"product": "confluence", "deployment": "cloud", "users": 1000, "months": 12, "quantity": 1,
                   "site": "muster.atlassian.net"}]}""");
        return "{\"vendorOrder\": %s, \"account\": \"none\"}".formatted(bought.get("orderId"));
    }

    private static String page(Letter letter) {
        Matcher link = TASK.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group(1);
    }
}
