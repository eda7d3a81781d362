package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Shop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mailed link opens, and for how long. */
class DocumentLinkTest {

    @Test
    void opens_for_whoever_has_it_and_dies_in_time(@TempDir Path data) {
        try (Shop shop = Shop.open(data, Map.of("LinkSeconds", "2"))) {
            Api api = shop.api();
            AnOrder order = anOrder().withService();
            shop.awaitConfirmed(shop.places(order));
            String link =
                    shop.mailbox().to(order.customerEmail()).getFirst().links().getFirst();

            HttpResponse<String> redirect = api.get(link);
            String address = redirect.headers().firstValue("location").orElseThrow();
            assertThat(redirect.statusCode()).isEqualTo(302);
            assertThat(redirect.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(redirect.headers().firstValue("referrer-policy")).hasValue("no-referrer");
            assertThat(api.bytes(address).statusCode()).isEqualTo(200);

            HttpResponse<String> scanned = api.head(link);
            assertThat(scanned.statusCode()).isEqualTo(200);
            assertThat(scanned.headers().firstValue("location")).isEmpty();

            assertThat(api.bytes(address.replace("confirmations", "invoices")).statusCode())
                    .isEqualTo(403);
            assertThat(api.bytes(address + "0").statusCode()).isEqualTo(403);
            assertThat(api.get(link + "x").statusCode()).isEqualTo(404);

            Awaitility.await("the address expires")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> api.bytes(address).statusCode() == 403);
            assertThat(api.get(link).statusCode()).isEqualTo(302);

            shop.clock().advances("P397D");
            HttpResponse<String> gone = api.get(link);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("This link has expired", "Dieser Link ist abgelaufen");
        }
    }
}
