package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import afterorder.order.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to know or to do something is mailed, in a shop whose clock moves. */
class NoticesTest {
    private static final String DESK = Settings.bundled().desk().email().address();

    @Test
    @Tag("S40")
    @Tag("S42")
    @Tag("S43")
    void customer_and_technical_contact_are_told_that_the_account_is_to_be_verified_first(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder().in("en").withDataCenter().withCloud();
            shop.vendor().account(order.contactEmail(), "none");
            shop.completes(order);
            assertThat(shop.mailbox().to(order.customerEmail()).getLast().text())
                    .contains("There is no verified Atlassian account for");
            assertThat(shop.mailbox().to(order.contactEmail())).singleElement().satisfies(letter -> assertThat(
                            letter.text())
                    .contains("2. Verify your account", "https://my.atlassian.com")
                    .doesNotContain("€", "/d/"));
        }
    }

    @Test
    void staff_is_told_once_that_a_purchase_is_parked_and_what_can_be_done(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
            String id = shop.places(anOrder().withDataCenter());
            shop.awaitParked(id);
            awaitMails(shop, DESK, 1);
            shop.clock().advances("PT1H");
            List<Letter> letters = shop.mailbox().to(DESK);
            assertThat(letters).hasSize(1);
            assertThat(letters.getFirst().subject()).isEqualTo("Angehalten: Auftrag " + id + ", Kauf 1");
            assertThat(letters.getFirst().text())
                    .contains("credit limit reached", "/desk/orders/" + id + "/purchases/1/retry");
        }
    }

    /** What a minute's work causes is done by the next: so minutes pass until it has come. */
    private static void awaitMails(Shop shop, String address, int count) {
        minutesPassUntil(
                shop,
                count + " mails to " + address,
                () -> shop.mailbox().to(address).size() == count);
    }

    private static void minutesPassUntil(Shop shop, String description, Callable<Boolean> met) {
        Awaitility.await(description)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (met.call()) return true;
                    shop.clock().advances("PT1M");
                    return false;
                });
    }
}
