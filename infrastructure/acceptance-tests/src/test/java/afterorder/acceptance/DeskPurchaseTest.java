package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reseller whose desk buys in the vendor's portal: the task, the entry, and what was bought as the vendor tells it. */
class DeskPurchaseTest {
    private static final String DESK = "desk@reseller.example";
    private static final String LEAD = "desk-lead@reseller.example";
    private static final Pattern TASK = Pattern.compile("https?://\\S+(/t/[A-Za-z0-9_-]+)");
    private static Shop shop;

    @BeforeAll
    static void opens(@TempDir Path data) {
        shop = Shop.open(data, Map.of("Vendor", "desk", "CommerceToken", "sandbox", "CommerceAccount", "partner"));
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @Test
    @Tag("S34")
    @Tag("S49")
    @Tag("S50")
    void what_the_desk_bought_and_entered_is_read_back_invoiced_and_delivered() {
        AnOrder order = anOrder().in("de").withDataCenter(2).withCloud();
        String id = commissioned(order);
        JsonNode bought = buys(2, 500);
        HttpResponse<String> entered = shop.desk("PUT", "purchases/" + id + "/1", entry(bought, "existing"));
        assertThat(entered.statusCode()).as(entered.body()).isLessThan(300);
        assertThat(entered.body()).doesNotContain(key(bought, 0));

        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(shop.order(id).at("/purchases/0/technicalContact/account").textValue())
                .isEqualTo("existing");
        Letter letter = shop.mailbox().awaitsTo(order.customerEmail(), 2).getLast();
        String note = Pdf.behind(letter.links().getLast(), shop.api()).unbroken();
        assertThat(note)
                .contains(key(bought, 0).replaceAll("\\s", ""))
                .contains(key(bought, 1).replaceAll("\\s", ""));
        assertThat(tasks(id)).isEmpty();
    }

    @Test
    @Tag("S45")
    void what_was_bought_otherwise_than_ordered_is_not_billed_before_staff_accepts_it() {
        String id = commissioned(anOrder().withDataCenter(1).withCloud());
        JsonNode bought = buys(1, 1000);
        shop.desk("PUT", "purchases/" + id + "/1", entry(bought, "none"));
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("parked"));
        assertThat(shop.order(id).at("/purchases/0/parked/details").toString()).contains("line 1");
        assertThat(shop.order(id).at("/purchases/0/invoice").isMissingNode()).isTrue();
        shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"agreed by phone\"}");
        shop.minutesPassUntil(
                () -> shop.order(id).at("/purchases/0/status").textValue().equals("invoiced"));
    }

    @Test
    @Tag("S41")
    @Tag("S42")
    void an_account_that_was_given_up_is_verified_when_the_desk_says_so() {
        String id = commissioned(anOrder().withDataCenter(1).withCloud());
        shop.desk("PUT", "purchases/" + id + "/1", entry(buys(1, 500), "none"));
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(account(id)).isEqualTo("verification-pending");
        shop.clock().advances("P14D");
        shop.minutesPassUntil(() -> account(id).equals("unverified"));

        HttpResponse<String> said = shop.desk("PUT", "purchases/" + id + "/1", "{\"account\": \"verified\"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        shop.minutesPassUntil(() -> account(id).equals("verified"));
        assertThat(shop.order(id).get("history").toString()).contains("has verified the account");
    }

    @Test
    @Tag("S34")
    void the_desk_is_reminded_and_then_its_lead_told_in_working_hours() {
        String id = commissioned(anOrder().withCloud());
        Letter task = mailsAbout(DESK, id).getFirst();
        assertThat(task.subject()).startsWith("Zu kaufen: Auftrag " + id);
        assertThat(task.text()).contains("bitte kaufen Sie diese Lizenzen im Portal von Atlassian");
        hoursPassUntil(() -> mailsAbout(DESK, id).size() == 2);
        assertThat(mailsAbout(DESK, id).getLast().subject()).startsWith("Erinnerung – zu kaufen: Auftrag " + id);
        assertThat(mailsAbout(DESK, id).getLast().text()).contains("dieser Kauf ist überfällig");
        assertThat(mailsAbout(LEAD, id)).isEmpty();
        hoursPassUntil(() -> !mailsAbout(LEAD, id).isEmpty());
        assertThat(mailsAbout(LEAD, id).getFirst().subject()).startsWith("Lange überfällig: Auftrag " + id);
        assertThat(mailsAbout(LEAD, id).getFirst().text()).contains("dieser Kauf ist trotz Erinnerung nicht erledigt");
        shop.clock().advances("P4D");
        shop.minutePasses();
        assertThat(mailsAbout(LEAD, id)).hasSize(1);
        assertThat(tasks(id).getFirst().get("overdue").booleanValue()).isTrue();
    }

    @Test
    void the_task_s_page_shows_a_form_that_a_look_does_not_change_and_a_new_link_revokes_the_old() {
        String id = commissioned(anOrder().withCloud());
        String page = page(mailsAbout(DESK, id).getFirst());
        HttpResponse<String> shown = shop.api().get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("<form").contains("method=\"post\"");
        assertThat(shop.api().get(page).statusCode()).isEqualTo(200);

        assertThat(shop.desk("POST", "purchases/" + id + "/1/link", "").statusCode())
                .isLessThan(300);
        shop.minutesPassUntil(() -> mailsAbout(DESK, id).size() == 2);
        String newer = page(mailsAbout(DESK, id).getLast());
        assertThat(shop.api().get(page).statusCode()).isEqualTo(410);
        assertThat(shop.api().get(newer).statusCode()).isEqualTo(200);
        shop.clock().advances("P15D");
        assertThat(shop.api().get(newer).statusCode()).isEqualTo(410);
    }

    /** In steps shorter than the working time between reminder and escalation. */
    private static void hoursPassUntil(Callable<Boolean> condition) {
        shop.minutesPassUntil(() -> {
            if (!condition.call()) shop.clock().advances("PT3H");
            return condition.call();
        });
    }

    private static String commissioned(AnOrder order) {
        String id = shop.places(order);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> tasks(id).size() == 1);
        shop.minutesPassUntil(() -> !mailsAbout(DESK, id).isEmpty());
        return id;
    }

    private static JsonNode buys(int dataCenter, int users) {
        return shop.vendor().buysInPortal("""
                {"customer": "Muster GmbH", "items": [
                  {"product": "confluence", "deployment": "data-center", "users": %d, "months": 12, "quantity": %d},
                  {"product": "confluence", "deployment": "cloud", "users": 500, "months": 12, "quantity": 1,
                   "site": "muster.atlassian.net"}]}""".formatted(users, dataCenter));
    }

    private static String entry(JsonNode bought, String account) {
        StringBuilder licenses = new StringBuilder();
        bought.get("licenses").forEach(license -> {
            if (!license.hasNonNull("key")) return;
            licenses.append(licenses.isEmpty() ? "" : ",")
                    .append("{\"line\": 1, \"sen\": %s, \"key\": %s}"
                            .formatted(license.get("sen"), license.get("key")));
        });
        return "{\"vendorOrder\": %s, \"account\": \"%s\", \"licenses\": [%s]}"
                .formatted(bought.get("orderId"), account, licenses);
    }

    private static String key(JsonNode bought, int index) {
        return bought.at("/licenses/" + index + "/key").textValue();
    }

    private static String account(String id) {
        return shop.order(id).at("/purchases/0/technicalContact/account").textValue();
    }

    private static List<JsonNode> tasks(String id) {
        HttpResponse<String> answer = shop.desk("GET", "purchases", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode all = Api.json(answer.body());
        JsonNode list = all.isArray() ? all : all.get("purchases");
        return list.valueStream()
                .filter(task -> task.get("orderId").textValue().equals(id))
                .toList();
    }

    private static List<Letter> mailsAbout(String address, String id) {
        return shop.mailbox().to(address).stream()
                .filter(letter -> letter.subject().contains(id))
                .toList();
    }

    private static String page(Letter letter) {
        Matcher link = TASK.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group(1);
    }
}
