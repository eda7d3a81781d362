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
    @Tag("S41")
    @Tag("S42")
    @Tag("S43")
    void a_technical_contact_without_an_account_is_told_and_reminded_until_it_is_verified(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder forgetful = anOrder().in("en").withDataCenter();
            AnOrder diligent = anOrder().in("de").withCloud();
            shop.vendor().account(forgetful.contactEmail(), "none");
            shop.vendor().account(diligent.contactEmail(), "none");
            String forgotten = shop.completes(forgetful).get("id").textValue();
            String verified = shop.completes(diligent).get("id").textValue();
            assertThat(shop.mailbox().to(forgetful.customerEmail()).getLast().text())
                    .contains("There is no verified Atlassian account");
            assertThat(last(shop, forgetful.contactEmail()).text()).contains("2. Verify your account");
            assertThat(last(shop, diligent.contactEmail()).text()).contains("2. Bestätigen Sie Ihr Konto");

            shop.vendor().account(diligent.contactEmail(), "verified");
            shop.clock().advances("P1D");
            awaitAccount(shop, verified, "verified");

            shop.clock().advances("P2D");
            awaitMails(shop, forgetful.contactEmail(), 2);
            assertThat(last(shop, forgetful.contactEmail()).text()).contains("3 days ago");
            shop.clock().advances("P4D");
            awaitMails(shop, forgetful.contactEmail(), 3);
            assertThat(last(shop, forgetful.contactEmail()).text()).contains("7 days ago");

            shop.clock().advances("P7D");
            awaitAccount(shop, forgotten, "unverified");
            awaitMails(shop, DESK, 1);
            assertThat(last(shop, DESK).subject()).contains("Atlassian-Konto nicht bestätigt", forgotten);
            assertThat(shop.mailbox().to(forgetful.contactEmail())).hasSize(3);
            assertThat(shop.mailbox().to(diligent.contactEmail())).hasSize(1);
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

    private static Letter last(Shop shop, String address) {
        return shop.mailbox().to(address).getLast();
    }

    /** What a minute's work causes is done by the next: so minutes pass until it has come. */
    private static void awaitMails(Shop shop, String address, int count) {
        minutesPassUntil(
                shop,
                count + " mails to " + address,
                () -> shop.mailbox().to(address).size() == count);
    }

    private static void awaitAccount(Shop shop, String id, String account) {
        minutesPassUntil(shop, id + " " + account, () -> shop.order(id)
                .at("/purchases/0/technicalContact/account")
                .asText()
                .equals(account));
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
