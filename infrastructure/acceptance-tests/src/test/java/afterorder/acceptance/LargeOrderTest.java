package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders as large as they are taken. */
class LargeOrderTest {
    private static final int LINES = 10_000;

    @Test
    @Tag("S44")
    @Tag("S48")
    void ten_thousand_license_lines_are_confirmed_bought_and_invoiced(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder();
            for (int line = 0; line < LINES; line++) order.withDataCenter(1);
            String id = shop.places(order);
            shop.clock().advances("PT1M");
            JsonNode done = shop.awaitDone(id);
            assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("11900000.00");
            assertThat(shop.vendor().keysOf(id)).hasSize(LINES);
        }
    }
}
