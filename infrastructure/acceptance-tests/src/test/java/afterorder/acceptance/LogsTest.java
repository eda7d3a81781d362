package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.Traces;
import afterorder.localcloud.function.LogLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions log: enough to follow an order, and nothing about a person. */
class LogsTest {
    private static final List<String> PERSONAL = List.of(
            "Quaxenberg",
            "Zyprian",
            "Xanthippe",
            "Ygritte",
            "Kuckucksweg",
            "Wolkenheim",
            "+49 611 5550123",
            "PO-4711-X");

    @Test
    void an_order_can_be_followed_in_the_logs_and_nobody_is_named_there(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            String addressee = "bounce+" + UUID.randomUUID() + "@simulator.amazonses.com";
            AnOrder order = anOrder()
                    .withDataCenter()
                    .withService()
                    .with(root -> name(root, addressee))
                    .with(root -> root.put("commissioned", true));
            shop.vendor().next("{\"do\": \"error\", \"status\": 500}");
            String id = shop.places(order);
            shop.minutesPassUntil(
                    () -> shop.order(id).at("/purchases/0/status").asText().equals("invoiced"));
            shop.minutesPassUntil(() -> shop.order(id).has("returnedMails"));
            shop.minutesPass(3);

            List<JsonNode> lines = lines(shop).stream()
                    .filter(line -> line.path("orderId").asText().equals(id))
                    .toList();
            assertThat(lines)
                    .extracting(line -> line.path("part").asText())
                    .contains("order", "purchase-1", "service-1");
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.path("level").asText()).isIn("INFO", "ERROR");
                assertThat(line.path("requestId").asText()).isNotEmpty();
                assertThat(line.path("traceId").asText()).startsWith("Root=1-");
            });
            assertThat(new Traces(shop, data).of(PERSONAL))
                    .as("that it looks where something is to be found")
                    .anyMatch(place -> place.startsWith("row "));
            assertThat(new Traces(shop, data).of(personal(order, addressee)))
                    .noneMatch(place -> place.startsWith("file lambda"));
        }
    }

    private static void name(ObjectNode order, String addressee) {
        ObjectNode customer = (ObjectNode) order.get("customer");
        customer.put("name", "Quaxenberg GmbH").put("phone", "+49 611 5550123");
        ((ObjectNode) customer.get("address")).put("street", "Kuckucksweg 1").put("city", "Wolkenheim");
        ((ObjectNode) order.get("technicalContact")).put("name", "Zyprian Admin");
        ObjectNode wishes = order.putObject("confirmation").put("orderNumber", "PO-4711-X");
        wishes.putObject("addressee").put("attention", "Xanthippe Einkauf").put("email", addressee);
        order.putObject("serviceContact").put("name", "Ygritte Projekt").put("email", "ygritte@muster.example");
    }

    private static List<String> personal(AnOrder order, String addressee) {
        return Stream.concat(
                        PERSONAL.stream(),
                        Stream.of(order.customerEmail(), order.contactEmail(), addressee, "ygritte@muster.example"))
                .toList();
    }

    /** What is no JSON, Lambda wrote. */
    private static List<JsonNode> lines(Shop shop) {
        return shop.cloud().template().functions().stream()
                .flatMap(function -> shop.cloud().functions().log(function.name()).stream())
                .map(LogLine::text)
                .filter(text -> text.startsWith("{"))
                .map(Api::json)
                .toList();
    }
}
