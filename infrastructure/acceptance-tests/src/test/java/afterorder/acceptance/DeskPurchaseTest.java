package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reseller whose desk buys in the vendor's portal: the task, the entry, and what was bought as the vendor tells it. */
class DeskPurchaseTest {
    private static final String LEAD = "desk-lead@reseller.example";
    private static Shop shop;
    private static DeskDoor desk;

    @BeforeAll
    static void opens(@TempDir Path data) {
        shop = Shop.open(data, DeskDoor.BUYS);
        desk = new DeskDoor(shop);
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
        String id = desk.commissioned(order);
        JsonNode bought = desk.buys(2, 500);
        HttpResponse<String> entered = desk.enters(id, DeskDoor.entry(bought, "existing"));
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
        assertThat(desk.tasks(id)).isEmpty();
    }

    @Test
    @Tag("S45")
    void what_was_bought_otherwise_than_ordered_is_not_billed_before_staff_accepts_it() {
        String id = desk.commissioned(anOrder().withDataCenter(1).withCloud());
        JsonNode bought = desk.buys(1, 1000);
        desk.enters(id, DeskDoor.entry(bought, "none"));
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
        String id = desk.commissioned(anOrder().withDataCenter(1).withCloud());
        desk.enters(id, DeskDoor.entry(desk.buys(1, 500), "none"));
        shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("done"));
        assertThat(account(id)).isEqualTo("verification-pending");
        shop.clock().advances("P14D");
        shop.minutesPassUntil(() -> account(id).equals("unverified"));

        HttpResponse<String> said = desk.enters(id, "{\"account\": \"verified\"}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        shop.minutesPassUntil(() -> account(id).equals("verified"));
        assertThat(shop.order(id).get("history").toString()).contains("has verified the account");
    }

    @Test
    @Tag("S34")
    void the_desk_is_reminded_and_then_its_lead_told_in_working_hours() {
        String id = desk.commissioned(anOrder().withCloud());
        Letter task = desk.mailsAbout(id).getFirst();
        assertThat(task.subject()).startsWith("Zu kaufen: Auftrag " + id);
        assertThat(task.text()).contains("bitte kaufen Sie diese Lizenzen im Portal von Atlassian");
        hoursPassUntil(() -> desk.mailsAbout(id).size() == 2);
        assertThat(desk.mailsAbout(id).getLast().subject()).startsWith("Erinnerung – zu kaufen: Auftrag " + id);
        assertThat(desk.mailsAbout(id).getLast().text()).contains("dieser Kauf ist überfällig");
        assertThat(shop.mailbox().about(LEAD, id)).isEmpty();
        hoursPassUntil(() -> !shop.mailbox().about(LEAD, id).isEmpty());
        assertThat(shop.mailbox().about(LEAD, id).getFirst().subject()).startsWith("Lange überfällig: Auftrag " + id);
        assertThat(shop.mailbox().about(LEAD, id).getFirst().text())
                .contains("dieser Kauf ist trotz Erinnerung nicht erledigt");
        shop.clock().advances("P4D");
        shop.minutePasses();
        assertThat(shop.mailbox().about(LEAD, id)).hasSize(1);
        assertThat(desk.tasks(id).getFirst().get("overdue").booleanValue()).isTrue();
    }

    @Test
    void the_task_s_page_shows_a_form_that_a_look_does_not_change_and_a_new_link_revokes_the_old() {
        String id = desk.commissioned(anOrder().withCloud());
        String page = DeskDoor.page(desk.mailsAbout(id).getFirst());
        HttpResponse<String> shown = shop.api().get(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("<form").contains("method=\"post\"");
        assertThat(shop.api().get(page).statusCode()).isEqualTo(200);

        assertThat(shop.desk("POST", "purchases/" + id + "/1/link", "").statusCode())
                .isLessThan(300);
        shop.minutesPassUntil(() -> desk.mailsAbout(id).size() == 2);
        String newer = DeskDoor.page(desk.mailsAbout(id).getLast());
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

    private static String key(JsonNode bought, int index) {
        return bought.at("/licenses/" + index + "/key").textValue();
    }

    private static String account(String id) {
        return shop.order(id).at("/purchases/0/technicalContact/account").textValue();
    }
}
