package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is registered with the vendor, and whether the account there is verified. */
@InMovingShop
class TechnicalContactTest {
    private static final String DESK = "desk@reseller.example";

    @InBothLanguages
    @Tag("S38")
    @Tag("S39")
    @Tag("S43")
    void both_are_told_that_the_licenses_are_in_the_existing_account(Language language, Shop shop) {
        AnOrder order = anOrder().in(language).withDataCenter().withCloud();
        shop.vendor().account(order.contactEmail(), "existing");
        JsonNode done = shop.completes(
                order.with(json -> json.withObject("/technicalContact").put("atlassianAccount", false)));

        assertThat(account(done)).isEqualTo("existing");
        assertThat(shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast().text())
                .contains(language.says(
                        "besteht ein Atlassian-Konto. Die Lizenzen sind dort ab sofort zu finden:",
                        "There is an Atlassian account for"))
                .contains(language.says("Lizenzen und Lizenzschlüssel (Data Center)", "Licenses and license keys"))
                .contains("https://my.atlassian.com", "https://admin.atlassian.com");
        Letter toContact = shop.mailbox().awaitsTo(order.contactEmail(), 1).getFirst();
        assertThat(toContact.subject())
                .startsWith(language.says(
                        "Ihre Atlassian-Lizenzen sind verfügbar – Auftrag ",
                        "Your Atlassian licenses are available – order "));
        assertThat(toContact.text())
                .contains(language.says("Melden Sie sich mit der Adresse ", "Log in with the address ")
                        + order.contactEmail());
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
                .contains("Atlassian has sent an email to this address: please see that the account is verified");
        Letter toContact = shop.mailbox().awaitsTo(order.contactEmail(), 1).getFirst();
        assertThat(toContact.subject()).startsWith("Please verify your Atlassian account – order " + id);
        assertThat(toContact.text()).contains("1. Open the email that Atlassian has sent to " + order.contactEmail());

        shop.clock().advances("P3D");
        shop.minutesPassUntil(() -> shop.mailbox().to(order.contactEmail()).size() == 2);
        Letter reminder = shop.mailbox().to(order.contactEmail()).getLast();
        assertThat(reminder.subject()).startsWith("Reminder: please verify your Atlassian account – order " + id);
        assertThat(reminder.text()).contains("3 days ago we purchased licenses for Muster GmbH");
        shop.vendor().account(order.contactEmail(), "verified");
        shop.clock().advances("P4D");
        shop.minutesPassUntil(() -> account(shop.order(id)).equals("verified"));
        shop.clock().advances("P8D");
        shop.minutePasses();
        assertThat(shop.mailbox().to(order.contactEmail()))
                .noneMatch(letter -> letter.text().contains("7 days ago"));
        assertThat(shop.mailbox().to(DESK)).noneMatch(letter -> letter.subject().contains(id));
    }

    @Test
    @Tag("S40")
    @Tag("S41")
    void staff_is_told_of_a_contact_that_never_verified_and_a_late_one_counts_all_the_same(Shop shop) {
        AnOrder order = anOrder().in("de").withCloud();
        shop.vendor().account(order.contactEmail(), "none");
        String id = shop.completes(order).get("id").textValue();
        assertThat(shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast().text())
                .contains("besteht noch kein bestätigtes Atlassian-Konto. Atlassian hat eine E-Mail an diese Adresse");
        Letter toContact = shop.mailbox().awaitsTo(order.contactEmail(), 1).getFirst();
        assertThat(toContact.subject()).startsWith("Bitte bestätigen Sie Ihr Atlassian-Konto – Auftrag " + id);
        assertThat(toContact.text())
                .contains("1. Öffnen Sie die E-Mail, die Atlassian an " + order.contactEmail() + " geschickt hat");

        for (int days : List.of(3, 4, 7)) {
            shop.clock().advances("P" + days + "D");
            int reminders = days == 3 ? 1 : 2;
            shop.minutesPassUntil(() -> shop.mailbox().to(order.contactEmail()).size() == 1 + reminders);
        }
        shop.minutesPassUntil(() -> !toldOf(shop, id).isEmpty());
        List<Letter> told = toldOf(shop, id);
        assertThat(account(shop.order(id))).isEqualTo("unverified");
        assertThat(told.getFirst().subject()).startsWith("Atlassian-Konto nicht bestätigt: Auftrag " + id);
        assertThat(told.getFirst().text()).contains("Rufen Sie den Kunden bitte an", order.contactEmail());
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
        List<Letter> toContactInAll = shop.mailbox().to(order.contactEmail());
        assertThat(toContactInAll).hasSize(3);
        assertThat(toContactInAll.getLast().subject())
                .startsWith("Erinnerung: Bitte bestätigen Sie Ihr Atlassian-Konto – Auftrag " + id);
        assertThat(toContactInAll.getLast().text()).contains("vor 7 Tagen haben wir für Muster GmbH Lizenzen gekauft");

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
