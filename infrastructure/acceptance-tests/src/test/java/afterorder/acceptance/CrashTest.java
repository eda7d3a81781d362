package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.edge.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function is killed between each two of its effects: there is one purchase, one invoice, and no number twice, whatever
 * the moment. A mail may come twice only where the process died between SES's acceptance and our record of it.
 */
class CrashTest {
    private static final int MOST_CALLS = 40;
    private final Set<String> numbers = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"OrderConfirmation", "LicensePurchase", "Invoicing"})
    @Tag("S3")
    @Tag("S34")
    @Tag("S44")
    void an_order_gets_done_once_wherever_a_function_dies(String function, @TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            for (int call = 1; call <= MOST_CALLS; call++) {
                KillAfter fault = new KillAfter(shop.cloud().functions(), function, call);
                shop.cloud().edge().intercept(fault);
                AnOrder order = anOrder().withDataCenter();
                JsonNode done = Driving.until(
                        shop, shop.places(order), () -> fault.fatal().isPresent());
                check(shop, order, done, fault.fatal());
                if (fault.fatal().isEmpty()) {
                    assertThat(call).as("calls that " + function + " makes").isGreaterThan(4);
                    return;
                }
            }
        }
        throw new AssertionError(function + " makes more calls than this test foresees");
    }

    private void check(Shop shop, AnOrder order, JsonNode done, Optional<Call> fatal) {
        String where = "killed after "
                + fatal.map(call -> call.service() + " " + call.operation()).orElse("nothing");
        assertThat(shop.vendor().purchasesOf(done.get("id").textValue()))
                .as(where)
                .hasSize(1);
        assertThat(numbers.add(done.at("/confirmation/number").textValue()))
                .as(where)
                .isTrue();
        assertThat(numbers.add(done.at("/purchases/0/invoice/number").textValue()))
                .as(where)
                .isTrue();
        assertThat(numbers.add(done.at("/purchases/0/deliveryNote/number").textValue()))
                .as(where)
                .isTrue();
        boolean mayBeDoubled = fatal.filter(CrashTest::isBetweenMailAndRecord).isPresent();
        assertThat(shop.mailbox().to(order.customerEmail())).as(where).hasSizeBetween(2, mayBeDoubled ? 3 : 2);
    }

    private static boolean isBetweenMailAndRecord(Call call) {
        return call.service().equals("ses") || call.operation().equals("GetItem");
    }
}
