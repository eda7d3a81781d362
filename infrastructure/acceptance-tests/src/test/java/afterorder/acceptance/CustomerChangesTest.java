package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the customer thinks of later, in a shop whose clock moves. */
class CustomerChangesTest {
    private static final ZoneId SELLER = ZoneId.of("Europe/Berlin");

    @Test
    @Tag("S35")
    @Tag("S36")
    void a_purchase_is_bought_when_and_for_whom_the_customer_wants_it_in_the_end(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            String day = today(shop).plusDays(30).toString();
            String id = shop.places(anOrder().withDataCenter().withCloud().purchaseOn(day));
            shop.await(id, "first purchase invoiced", seen -> seen.at("/purchases/0/status")
                    .asText()
                    .equals("invoiced"));

            String contact =
                    "{\"name\": \"Grace Admin\", \"email\": \"grace@muster.example\", \"atlassianAccount\": true}";
            HttpResponse<String> registered = send(shop, "PUT", "/orders/" + id + "/technical-contact", contact);
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(200);
            assertThat(send(shop, "PUT", "/orders/" + id + "/purchases/2", "{\"purchaseOn\": \"now\"}")
                            .statusCode())
                    .isEqualTo(200);
            shop.clock().advances("PT2M");

            JsonNode done = shop.awaitDone(id);
            assertThat(done.at("/purchases/0/technicalContact/email").asText()).isNotEqualTo("grace@muster.example");
            assertThat(done.at("/purchases/1/technicalContact/email").asText()).isEqualTo("grace@muster.example");
            assertThat(done.at("/purchases/1/purchaseOn").asText())
                    .isEqualTo(today(shop).toString());

            HttpResponse<String> late = send(shop, "DELETE", "/orders/" + id + "/purchases/2", "");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(Api.json(late.body()).at("/purchase/status").asText()).isEqualTo("invoiced");
        }
    }

    @Test
    @Tag("S35")
    void what_was_called_off_is_never_bought(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            String day = today(shop).plusDays(30).toString();
            String id = shop.places(anOrder().withCloud().purchaseOn(day));
            shop.awaitConfirmed(id);
            assertThat(send(shop, "DELETE", "/orders/" + id + "/purchases/1", "")
                            .statusCode())
                    .isEqualTo(200);
            shop.clock().advances("P31D");
            assertThat(shop.order(id).get("status").textValue()).isEqualTo("cancelled");
            assertThat(shop.vendor().purchasesOf(id)).isEmpty();
        }
    }

    private static LocalDate today(Shop shop) {
        return LocalDate.ofInstant(shop.clock().now(), SELLER);
    }

    private static HttpResponse<String> send(Shop shop, String method, String path, String body) {
        return shop.api()
                .send(HttpRequest.newBuilder(URI.create(shop.api().address() + path))
                        .header("content-type", "application/json")
                        .header("authorization", "Bearer " + shop.api().token("orders.write"))
                        .method(method, BodyPublishers.ofString(body)));
    }
}
