package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages die as their function is broken, and are sent back when it is mended, and once more when all is done: nothing is
 * bought, billed or mailed twice, and nothing stays undone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedriveTest {
    private static final String DESK = "desk@reseller.example";
    private static final String A_VISIBILITY_TIMEOUT = "PT6M1S";

    private Shop shop;
    private AwsDoor aws;

    @BeforeAll
    void open(@TempDir Path data) {
        shop = Shop.open(data);
        aws = new AwsDoor(shop);
    }

    @AfterAll
    void close() {
        aws.close();
        shop.close();
    }

    @Test
    void of_accepted_orders() {
        AnOrder order = anOrder().withService();
        long broken = breaks("OrderConfirmationFunction");
        String id = shop.places(order);
        List<String> dead = die("AcceptedOrders", A_VISIBILITY_TIMEOUT);
        redrive("AcceptedOrders", broken);
        shop.awaitConfirmed(id);
        repeat("AcceptedOrders", dead);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(1);
    }

    @Test
    void of_purchases() {
        AnOrder order = anOrder().withDataCenter();
        long broken = breaks("LicensePurchaseFunction");
        String id = shop.places(order);
        List<String> dead = die("LicensePurchases", "PT12M1S");
        redrive("LicensePurchases", broken);
        shop.minutesPassUntil(() -> isDone(id) || isParked(id));
        if (isParked(id)) is(200, shop.desk("POST", "orders/" + id + "/purchases/1/retry", ""));
        shop.minutesPassUntil(() -> isDone(id));
        repeat("LicensePurchases", dead);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        assertThat(shop.mailbox().to(order.customerEmail()))
                .as("confirmation and invoice")
                .hasSize(2);
    }

    @Test
    void of_notices() {
        LocalDate today = LocalDate.ofInstant(shop.clock().now(), ZoneOffset.UTC);
        AnOrder order = anOrder().withDataCenter().purchaseOn(today.plusDays(60).toString());
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        long broken = breaks("NotificationFunction");
        String later = "{\"purchaseOn\": \"%s\"}".formatted(today.plusDays(90));
        is(200, shop.changes("PUT", id + "/purchases/1", later));
        shop.minutePasses();
        List<String> dead = die("Notices", A_VISIBILITY_TIMEOUT);
        redrive("Notices", broken);
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 2);
        repeat("Notices", dead);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
    }

    @Test
    void of_corrections() {
        AnOrder order = anOrder().withDataCenter();
        JsonNode done = shop.completes(order);
        String id = done.get("id").textValue();
        String invoice = done.at("/purchases/0/invoice/number").textValue();
        long broken = breaks("InvoiceCorrectionFunction");
        is(
                202,
                shop.desk(
                        "POST",
                        "invoices/" + invoice + "/cancellation",
                        "{\"reason\": \"Falscher Name\"}",
                        UUID.randomUUID().toString()));
        shop.minutePasses();
        List<String> dead = die("Corrections", A_VISIBILITY_TIMEOUT);
        redrive("Corrections", broken);
        if (isParked(id)) {
            String name = shop.order(id).at("/corrections/0/name").textValue();
            is(200, shop.desk("POST", "orders/" + id + "/corrections/" + name + "/retry", ""));
        }
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 3);
        repeat("Corrections", dead);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(3);
        assertThat(shop.order(id).get("corrections")).hasSize(1);
    }

    @Test
    void of_engagements() {
        AnOrder order = anOrder().withService().with(root -> root.put("commissioned", true));
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        TeamDoor team = new TeamDoor(shop, id);
        team.does("PUT", "owner", "{\"member\": \"%s\"}".formatted(TeamDoor.CLARA));
        team.contacts(TeamDoor.CLARA);
        shop.clock().advances("P2D");
        team.worked(TeamDoor.CLARA);
        long broken = breaks("ServiceSchedulingFunction");
        team.does("POST", "closing", "");
        shop.minutePasses();
        List<String> dead = die("Engagements", A_VISIBILITY_TIMEOUT);
        redrive("Engagements", broken);
        if (isParked(id)) team.does("POST", "retry", "");
        shop.minutesPassUntil(() -> records(order).size() == 1);
        repeat("Engagements", dead);
        assertThat(records(order)).hasSize(1);
    }

    @Test
    void of_exports() {
        String id = shop.places(anOrder().withService());
        shop.awaitConfirmed(id);
        String customer = shop.order(id).at("/customer/number").textValue();
        long broken = breaks("CustomerExportFunction");
        is(202, shop.desk("POST", "customers/" + customer + "/export", ""));
        shop.minutePasses();
        List<String> dead = die("Exports", "PT90M1S");
        redrive("Exports", broken);
        shop.minutesPassUntil(() -> exports(customer).size() == 1);
        repeat("Exports", dead);
        assertThat(exports(customer)).hasSize(1);
    }

    @Test
    void of_feedback_about_mails() {
        AnOrder order = anOrder().withService();
        String addressee = "bounce+" + UUID.randomUUID() + "@simulator.amazonses.com";
        order.with(root -> root.putObject("confirmation").putObject("addressee").put("email", addressee));
        long broken = breaks("MailFeedbackFunction");
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        List<String> dead = die("MailFeedback", "PT3M1S");
        redrive("MailFeedback", broken);
        shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() == 1);
        repeat("MailFeedback", dead);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(1);
        assertThat(shop.order(id).get("returnedMails")).hasSize(1);
    }

    /** Everything that the function asks for is refused, as by a right that it lost in a deployment. @return the rule */
    private long breaks(String function) {
        return shop.faults().strike("{\"function\": \"%s\", \"do\": \"deny\", \"probability\": 1}".formatted(function));
    }

    /** Lets a queue's messages come five times in vain. @return what they say */
    private List<String> die(String queue, String visibilityTimeout) {
        for (int delivery = 1;
                delivery <= 10 && aws.messages(queue + "DeadLetters").isEmpty();
                delivery++) {
            shop.awaitRest();
            shop.clock().advances(visibilityTimeout);
            shop.awaitRest();
        }
        List<String> dead = aws.messages(queue + "DeadLetters");
        assertThat(dead).isNotEmpty();
        return dead;
    }

    private void redrive(String queue, long broken) {
        shop.faults().spare(broken);
        aws.redrives(queue + "DeadLetters");
        settle(queue);
    }

    /** As a redrive does: with new ids, and the time of now. */
    private void repeat(String queue, List<String> messages) {
        messages.forEach(message -> aws.send(queue + "Queue", message));
        settle(queue);
        sendBackTheLast(queue);
        assertThat(aws.messages(queue + "DeadLetters")).isEmpty();
    }

    /** What had come five times when its function was mended dies when its time has come. */
    private void sendBackTheLast(String queue) {
        shop.awaitRest();
        shop.clock().advances("PT15M");
        shop.minutesPass(3);
        if (aws.messages(queue + "DeadLetters").isEmpty()) return;
        aws.redrives(queue + "DeadLetters");
        settle(queue);
    }

    /** Messages that are on their way from before the function was mended may wait for their time still. */
    private void settle(String queue) {
        aws.awaitsDelivered(queue + "Queue");
        shop.awaitRest();
    }

    private List<Letter> records(AnOrder order) {
        return shop.mailbox().to(order.customerEmail()).stream()
                .filter(mail -> mail.subject().contains("LN-"))
                .toList();
    }

    private List<Letter> exports(String customer) {
        return shop.mailbox().to(DESK).stream()
                .filter(mail -> mail.subject().startsWith("Datenauszug")
                        && mail.subject().contains(customer))
                .toList();
    }

    private boolean isDone(String id) {
        return shop.order(id).get("status").textValue().equals("done");
    }

    private boolean isParked(String id) {
        return shop.order(id).get("status").textValue().equals("parked");
    }

    private static void is(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
