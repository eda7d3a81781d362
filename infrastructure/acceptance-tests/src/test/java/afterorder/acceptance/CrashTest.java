package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function that nobody waits for is killed between each two of its effects: everything comes about once all the same. */
class CrashTest {
    private static final int MOST_CALLS = 40;

    /** More than due-work makes until it has told of a change and begun a purchase. */
    private static final int CALLS_FOR_A_PURCHASE = 14;

    private static final int CALLS_FOR_A_NOTICE = 8;

    /** After these a message that a function died with has come again. */
    private static final int MINUTES_OF_A_MESSAGE = 7;

    @ParameterizedTest
    @ValueSource(strings = {"OrderConfirmation", "LicensePurchase", "Invoicing"})
    @Tag("S3")
    @Tag("S34")
    @Tag("S44")
    void an_order_gets_done_once_wherever_a_function_dies(String function, @TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            Once once = new Once(shop);
            for (int call = 1; call <= MOST_CALLS; call++) {
                KillAfter fault = KillAfter.call(call, function, shop);
                AnOrder order = anOrder().withDataCenter();
                JsonNode done = Driving.until(shop, shop.places(order), fault::hasKilled);
                once.isBoughtAndBilled(done, fault);
                once.isTold(2, order.customerEmail(), 0, fault);
                if (!fault.hasKilled()) {
                    assertThat(call).as("calls that " + function + " makes").isGreaterThan(4);
                    return;
                }
            }
        }
        throw new AssertionError(function + " makes more calls than this test foresees");
    }

    @Test
    @Tag("S35")
    void a_purchase_is_begun_once_wherever_due_work_dies_and_its_customer_told(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            Once once = new Once(shop);
            AnOrder order = later(shop, CALLS_FOR_A_PURCHASE);
            String id = confirmed(shop, order);
            for (int call = 1; call <= CALLS_FOR_A_PURCHASE; call++) {
                int number = call;
                int before = shop.mailbox().to(order.customerEmail()).size();
                KillAfter fault = KillAfter.call(call, "DueWork", shop);
                assertThat(shop.changes("PUT", id + "/purchases/" + number, "{\"purchaseOn\": \"now\"}")
                                .statusCode())
                        .isEqualTo(200);
                shop.minutesPassUntil(() -> purchase(shop, id, number).has("invoice")
                        && shop.mailbox().to(order.customerEmail()).size() >= before + 2);
                fault.spare();
                once.isBilled(purchase(shop, id, number), fault);
                once.isTold(2, order.customerEmail(), before, fault);
                assertThat(shop.vendor().purchasesOf(id)).as(fault + "").hasSize(number);
                if (!fault.hasKilled()) {
                    assertThat(call).as("calls for a move and a purchase").isGreaterThan(5);
                    return;
                }
            }
        }
        throw new AssertionError("due-work makes more calls than this test foresees");
    }

    @Test
    @Tag("S35")
    void a_change_is_told_once_wherever_notification_dies(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            Once once = new Once(shop);
            AnOrder order = later(shop, CALLS_FOR_A_NOTICE);
            String id = confirmed(shop, order);
            for (int call = 1; call <= CALLS_FOR_A_NOTICE; call++) {
                int before = shop.mailbox().to(order.customerEmail()).size();
                KillAfter fault = KillAfter.call(call, "Notification", shop);
                assertThat(shop.changes("DELETE", id + "/purchases/" + call, "").statusCode())
                        .isEqualTo(200);
                shop.minutesPassUntil(
                        () -> shop.mailbox().to(order.customerEmail()).size() > before);
                fault.spare();
                shop.minutesPass(MINUTES_OF_A_MESSAGE);
                once.isTold(1, order.customerEmail(), before, fault);
                if (!fault.hasKilled()) {
                    assertThat(call).as("calls for a notice").isGreaterThan(4);
                    return;
                }
            }
        }
        throw new AssertionError("notification makes more calls than this test foresees");
    }

    @Test
    @Tag("S26")
    @Tag("S45")
    void a_document_that_was_stored_when_its_function_died_is_issued_all_the_same(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder().withDataCenter(1).withService().with(root -> root.put("commissioned", true));
            String id = shop.places(order);
            shop.await(id, "billed", placed -> placed.at("/purchases/0").has("invoice"));
            String invoice = purchase(shop, id, 1).at("/invoice/number").textValue();

            KillAfter correcting = KillAfter.first("PutObject", "InvoiceCorrection", shop);
            assertThat(shop.desk("POST", "invoices/" + invoice + "/cancellation", "{\"reason\": \"wrong\"}", id)
                            .statusCode())
                    .isEqualTo(202);
            shop.minutesPassUntil(
                    () -> shop.order(id).at("/corrections/0/status").asText().equals("sent"));
            assertThat(correcting.hasKilled()).isTrue();

            TeamDoor team = new TeamDoor(shop, id);
            team.contacts(TeamDoor.CLARA);
            team.worked(TeamDoor.CLARA);
            KillAfter recording = KillAfter.first("PutObject", "ServiceScheduling", shop);
            team.does("POST", "closing", "");
            shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() >= 4);
            assertThat(recording.hasKilled()).isTrue();
            assertThat(team.engagement().at("/record/number").isTextual()).isTrue();
        }
    }

    /** So many purchases, each on another day to come. */
    private static AnOrder later(Shop shop, int purchases) {
        AnOrder order = anOrder();
        for (int day = 1; day <= purchases; day++) {
            order.withDataCenter(1)
                    .purchaseOn(shop.clock()
                            .now()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(30 + day)
                            .toString());
        }
        return order;
    }

    private static String confirmed(Shop shop, AnOrder order) {
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        return id;
    }

    private static JsonNode purchase(Shop shop, String id, int number) {
        return shop.order(id).at("/purchases/" + (number - 1));
    }
}
