package afterorder.acceptance.invariant;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The invariants can fail: each guarantee of the world that is broken on purpose is noticed by the one that is there for it. */
class BrokenWorldTest {
    private static Shop shop;
    private static AwsDoor aws;

    /** What earlier tests broke. */
    private List<String> before = List.of();

    @BeforeAll
    static void opens(@TempDir Path data) {
        shop = Shop.open(data);
        shop.isLeftBroken();
        aws = new AwsDoor(shop);
    }

    @AfterAll
    static void closes() {
        aws.close();
        shop.close();
    }

    @BeforeEach
    void notices() {
        before = broken();
    }

    @AfterEach
    void mends() {
        shop.faults().spareAll();
    }

    @Test
    void a_table_that_overlooks_conditions_confirms_twice() {
        strike("{\"service\": \"lambda\", \"function\": \"OrderConfirmation\", \"do\": \"deliver-twice\"}");
        strike("{\"function\": \"OrderConfirmation\", \"do\": \"ignore-condition\", \"times\": 100}");
        long bothRead = strike("{\"function\": \"OrderConfirmation\", \"operation\": \"TransactWriteItems\","
                + " \"do\": \"delay\", \"seconds\": 25, \"times\": 2}");
        AnOrder order = anOrder().withDataCenter();
        shop.places(order);
        Awaitility.await()
                .atMost(Duration.ofSeconds(25))
                .until(() -> shop.faults().strikesOf(bothRead) == 2);
        shop.faults().spare(bothRead);
        shop.mailbox().awaitsTo(order.customerEmail(), 2);
        breaks("mails are doubled only where nothing can prevent it");
    }

    @Test
    void a_counter_that_gives_a_number_again_is_noticed() {
        strike("{\"function\": \"OrderConfirmation\", \"do\": \"repeat-number\", \"times\": 2}");
        for (int order = 0; order < 3; order++)
            shop.awaitConfirmed(shop.places(anOrder().withCloud()));
        breaks("each number is given once");
    }

    @Test
    void a_queue_that_loses_every_message_lets_no_order_end() {
        strike("{\"resource\": \"AcceptedOrders\", \"do\": \"forget-message\", \"times\": 100}");
        shop.places(anOrder().withCloud());
        shop.minutesPass(10);
        breaks("each order ends");
    }

    @Test
    void a_workflow_that_never_runs_lets_no_purchase_end() {
        strike("{\"do\": \"forget-execution\", \"times\": 100}");
        shop.awaitConfirmed(shop.places(anOrder().withCloud()));
        shop.minutesPass(10);
        breaks("each order ends");
    }

    @Test
    void a_mail_service_that_sends_nothing_leaves_documents_unlinked_and_purchases_unconfirmed() {
        strike("{\"do\": \"forget-mail\", \"times\": 100}");
        shop.completes(anOrder().withDataCenter());
        breaks("each document is stored and linked");
        breaks("nothing is bought before its confirmation is out");
    }

    @Test
    void a_bucket_that_stores_nothing_loses_a_document() {
        strike("{\"function\": \"Invoicing\", \"resource\": \"/invoices/\", \"do\": \"forget-object\", \"times\": 10}");
        shop.completes(anOrder().withDataCenter());
        breaks("each document is stored and linked");
    }

    @Test
    void a_vendor_that_forgets_a_reference_sells_twice() {
        shop.vendor().next("{\"do\": \"forget\"}");
        String id = shop.places(anOrder().withCloud());
        shop.minutesPassUntil(() -> shop.vendor().purchasesOf(id).size() == 2);
        breaks("each purchase is sold once at the most");
    }

    @Test
    void a_trigger_that_delivers_nothing_leaves_messages() {
        strike("{\"service\": \"lambda\", \"function\": \"OrderConfirmation\", \"do\": \"error\", \"times\": 100}");
        String id = shop.places(anOrder().withCloud());
        breaks("no message is without consumer");
        shop.faults().spareAll();
        shop.minutesPassUntil(
                () -> shop.order(id).at("/confirmation/status").asText().equals("sent"));
    }

    @Test
    void an_invoice_that_is_issued_again_bills_its_lines_twice() {
        shop.completes(anOrder().withDataCenter());
        Map<String, AttributeValue> invoice = new HashMap<>(aws.rows().stream()
                .filter(row -> row.get("part").s().equals("invoice"))
                .findFirst()
                .orElseThrow());
        invoice.put("orderId", AttributeValue.fromS("invoice-R-2000-00001"));
        aws.writes(invoice);
        breaks("each line is billed once at the most");
        breaks("each purchase has one invoice");
    }

    @Test
    void a_license_key_in_a_row_is_noticed() {
        String id = shop.completes(anOrder().withDataCenter()).get("id").textValue();
        aws.writes(Map.of(
                "orderId", AttributeValue.fromS(id),
                "part", AttributeValue.fromS("note"),
                "text",
                        AttributeValue.fromS(
                                "the key is " + shop.vendor().keysOf(id).getFirst())));
        breaks("no key is outside its places");
    }

    @Test
    void a_dead_letter_of_an_order_is_noticed() {
        String id = shop.completes(anOrder().withCloud()).get("id").textValue();
        aws.send("NoticesDeadLetters", "{\"orderId\": \"%s\", \"part\": \"order\"}".formatted(id));
        breaks("dead letters are for people");
    }

    private static long strike(String rule) {
        return shop.faults().strike(rule);
    }

    private void breaks(String sentence) {
        Awaitility.await(sentence).untilAsserted(() -> {
            List<String> now = new ArrayList<>(broken());
            now.removeAll(before);
            assertThat(now).anyMatch(violation -> violation.startsWith(sentence));
        });
    }

    private static List<String> broken() {
        return Invariants.brokenAtTheEnd(World.of(shop));
    }
}
