package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.ObjectStore;
import afterorder.order.Language;
import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor.Answer;
import afterorder.order.purchase.Vendor.Batch;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.RateLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class DeskVendorTest {
    /** What the sample order "licenses" orders. */
    static final String AS_ORDERED = """
            "items": [
              {"product": "jira", "deployment": "data-center", "users": 500, "months": 12, "sen": "SEN-1234567"},
              {"product": "confluence", "deployment": "cloud", "users": 200, "months": 12, "site": "muster.atlassian.net"}]""";

    private final LocalServices services;
    private final Sandbox sandbox;
    private final EntitlementStore entered;
    private final DeskVendor desk;
    private final SampleOrder order = SampleOrder.of("licenses");

    DeskVendorTest(LocalServices services) {
        this.services = services;
        sandbox = new Sandbox(services.vendor());
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        String bucket = services.function("LicensePurchaseFunction").variable("KEYS_BUCKET");
        entered = new EntitlementStore(new ObjectStore(clients.s3(), bucket));
        desk = desk(services.vendor(), "sandbox", Duration.ofMillis(1));
    }

    static DeskTask task(@Nullable String vendorOrder, String... keyObjects) {
        return new DeskTask(
                SampleOrder.PLACED,
                SampleOrder.PLACED,
                SampleOrder.PLACED,
                1,
                vendorOrder,
                Account.EXISTING,
                List.of(keyObjects),
                keyObjects.length);
    }

    @Test
    void waits_for_the_person_until_everything_is_entered() {
        assertThat(desk.place(VendorOrders.of(order))).isEqualTo(new Answer.Commissioned());
        for (DeskTask task : List.of(task(null, "keys.json"), task("AT-1"))) {
            assertThat(desk.find(VendorOrders.of(order, task))).contains(new Answer.Commissioned());
        }
    }

    @Test
    void reads_back_what_was_bought() throws Exception {
        JsonNode bought = sandbox.bought(AS_ORDERED);
        PurchaseOrder placed = entered(bought);
        Answer.Sold sold = (Answer.Sold) desk.find(placed).orElseThrow();
        assertThat(sold.account()).isEqualTo(Account.EXISTING);
        assertThat(sold.first().next()).isNull();
        List<Entitlement> settled = desk.settled(placed, sold.first().entitlements());
        assertThat(comparison(placed, settled).deviations()).isEmpty();
        assertThat(settled.getFirst().key())
                .isEqualTo(bought.path("licenses").path(0).path("key").asText());
        assertThat(settled.getLast().site()).isEqualTo("muster.atlassian.net");
        assertThat(desk.account(placed)).isEqualTo(Account.EXISTING);
    }

    @Test
    void says_what_was_bought_and_not_ordered_and_what_was_not_bought() throws Exception {
        PurchaseOrder placed = entered(sandbox.bought(
                AS_ORDERED.replace("\"confluence\"", "\"bitbucket\"").replace("SEN-1234567", "SEN-7654321")));
        List<Entitlement> read =
                ((Answer.Sold) desk.find(placed).orElseThrow()).first().entitlements();
        assertThat(comparison(placed, desk.settled(placed, read)).deviations())
                .extracting(deviation -> deviation.in(Language.EN))
                .containsExactly(
                        "line 1: ordered the renewal of SEN-1234567, sold SEN-7654321",
                        "line 2: ordered 1, sold 0",
                        "sold, not ordered: 1 × bitbucket (cloud) for 200 users");
    }

    @Test
    void waits_for_items_that_the_vendor_still_processes() throws Exception {
        JsonNode bought = sandbox.bought("\"pending\": true, " + AS_ORDERED);
        PurchaseOrder placed = entered(bought);
        assertThat(desk.find(placed)).contains(new Answer.Pending());
        sandbox.door("POST", "/portal/orders/" + bought.path("orderId").asText() + "/process", "");
        assertThat(desk.find(placed)).get().isInstanceOf(Answer.Sold.class);
    }

    @Test
    void has_staff_look_at_an_order_number_that_the_vendor_does_not_know() {
        PurchaseOrder mistyped = VendorOrders.of(order, task("AT-1/../2 ?", "keys.json"));
        assertThat(desk.find(mistyped)).contains(new Answer.Unclear(Phrase.ORDER_UNKNOWN.with("AT-1/../2 ?")));
    }

    @Test
    void reads_many_in_batches_of_a_hundred() throws Exception {
        JsonNode bought = sandbox.bought(
                "\"items\": [{\"product\": \"jira\", \"deployment\": \"cloud\", \"users\": 500, \"months\": 12, \"quantity\": 230}]");
        PurchaseOrder placed =
                VendorOrders.of(order, task(bought.path("orderId").asText(), "keys.json"));
        Batch first = ((Answer.Sold) desk.find(placed).orElseThrow()).first();
        Batch second = desk.entitlements(placed, first.next());
        Batch third = desk.entitlements(placed, second.next());
        List<Entitlement> all = new ArrayList<>(first.entitlements());
        all.addAll(second.entitlements());
        all.addAll(third.entitlements());
        assertThat(first.entitlements()).hasSize(100);
        assertThat(third.next()).isNull();
        assertThat(all).hasSize(230).extracting(Entitlement::entitlement).doesNotHaveDuplicates();
    }

    @Test
    void keeps_the_pace_that_two_of_it_may_have_together() throws Exception {
        PurchaseOrder placed = entered(sandbox.bought(AS_ORDERED));
        long before = System.nanoTime();
        desk(services.vendor(), "sandbox", Duration.ofMillis(300)).find(placed);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void leaves_a_busy_interface_alone_as_long_as_it_asks() throws Exception {
        PurchaseOrder placed = entered(sandbox.bought(AS_ORDERED));
        sandbox.next("{\"do\": \"throttle\", \"call\": \"commerce\", \"retryAfterSeconds\": 30}");
        assertThatThrownBy(() -> desk.find(placed))
                .isInstanceOfSatisfying(VendorUnavailable.class, failure -> assertThat(failure.retryAfter())
                        .contains(Duration.ofSeconds(30)));
        sandbox.next("{\"do\": \"error\", \"status\": 500, \"call\": \"commerce\", \"times\": 2}");
        assertThat(desk.find(placed)).get().isInstanceOf(Answer.Sold.class);
    }

    @Test
    void is_not_let_in_without_the_token() throws Exception {
        PurchaseOrder placed = entered(sandbox.bought(AS_ORDERED));
        assertThatThrownBy(() ->
                        desk(services.vendor(), "guessed", Duration.ofMillis(1)).find(placed))
                .hasMessageContaining("answered 401");
    }

    private PurchaseOrder entered(JsonNode bought) {
        JsonNode license = bought.path("licenses").path(0);
        String object = entered.keepEntered(
                VendorOrders.purchase(order),
                List.of(new EnteredLicense(
                        1, license.path("sen").asText(), license.path("key").asText())));
        return VendorOrders.of(order, task(bought.path("orderId").asText(), object));
    }

    private DeskVendor desk(URI address, String token, Duration pace) {
        VendorHttp http = new VendorHttp(
                "the commerce interface",
                address,
                () -> Map.of("authorization", "Bearer " + token, "x-transaction-account", "account-1"),
                Duration.ofSeconds(5));
        RateLimiter<Object> limiter = RateLimiter.smoothBuilder(pace)
                .withMaxWaitTime(Duration.ofSeconds(5))
                .build();
        return new DeskVendor(new Commerce(http, limiter), entered);
    }

    private static Comparison comparison(PurchaseOrder order, List<Entitlement> sold) {
        return Comparison.of(LineSelection.of(order.lines().keySet()), order.lines(), sold);
    }
}
