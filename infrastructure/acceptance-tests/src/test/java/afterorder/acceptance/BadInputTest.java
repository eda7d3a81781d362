package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is refused with each of its places, and leaves nothing behind. */
@InOpenShop
class BadInputTest {

    static Stream<Arguments> badOrders() {
        return Stream.of(
                Arguments.of("broken JSON", "{\"lines\": [", 400, ""),
                Arguments.of("20,000 levels", "[".repeat(20_000) + "]".repeat(20_000), 400, ""),
                Arguments.of("an empty body", "", 422, ""),
                Arguments.of("a number", "42", 422, ""),
                Arguments.of("a wrong type", changed("users", "\"many\""), 422, "/lines/0/users"),
                Arguments.of("quantity 0", changed("quantity", "0"), 422, "/lines/0/quantity"),
                Arguments.of("a negative quantity", changed("quantity", "-1"), 422, "/lines/0/quantity"),
                Arguments.of("three decimals", changed("unitPrice", "\"1.005\""), 422, "/lines/0/unitPrice"),
                Arguments.of("an unknown product", changed("product", "\"wiki\""), 422, "/lines/0/product"),
                Arguments.of("an unknown field", changed("discount", "1"), 422, "/lines/0/discount"),
                Arguments.of("a date in the past", changed("purchaseOn", "\"2020-01-31\""), 422, "/lines/0/purchaseOn"),
                Arguments.of("a tier that is not sold", changed("users", "501"), 422, "/lines/0/users"),
                Arguments.of("a term that is not sold", changed("months", "13"), 422, "/lines/0/months"),
                Arguments.of("no longer sold", changed("purchaseOn", "\"2028-03-31\""), 422, "/lines/0/purchaseOn"),
                Arguments.of("a new customer of Data Center", newCustomer(), 422, "/lines/0"),
                Arguments.of("an app of another tier", appOfAnotherTier(), 422, "/lines/1/users"),
                Arguments.of("no domain", email("einkauf@"), 422, "/customer/email"),
                Arguments.of("a line break", email("a@b.example\nBcc: c@d.example"), 422, "/customer/email"),
                Arguments.of("a contact's bad address", contact("\"ada@\""), 422, "/technicalContact/email"),
                Arguments.of("a contact without address", contact("null"), 422, "/technicalContact/email"),
                Arguments.of("10,001 lines", lines(10_001, false), 422, "/lines"),
                Arguments.of("41 dates", lines(41, true), 422, "/lines"),
                Arguments.of("5 MB", " ".repeat(5 * 1024 * 1024), 413, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOrders")
    void is_refused_with_its_place(String name, String body, int status, String pointer, Shop shop) {
        HttpResponse<String> answer = shop.api().post(body, UUID.randomUUID().toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = Api.json(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        if (!pointer.isEmpty()) assertThat(problem.findValuesAsText("pointer")).contains(pointer);
    }

    @Test
    void leaves_nothing_stored_and_nothing_sent(Shop shop) {
        AnOrder order = anOrder().withDataCenter().with(root -> root.put("currency", "USD"));
        long before = writes(shop);
        shop.api().post(order.json(), UUID.randomUUID().toString());
        assertThat(writes(shop)).isEqualTo(before);
        assertThat(shop.mailbox().to(order.customerEmail())).isEmpty();
    }

    @Test
    void over_the_gateway_s_limit_it_is_refused_by_the_gateway(Shop shop) {
        HttpResponse<String> answer = shop.api()
                .post(" ".repeat(10 * 1024 * 1024 + 1), UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Api.json(answer.body()).has("message")).isTrue();
        assertThat(Api.json(answer.body()).has("title")).isFalse();
    }

    @Test
    void all_places_are_named_in_one_answer(Shop shop) {
        HttpResponse<String> answer = shop.api()
                .post(AnOrder.example("invalid").json(), UUID.randomUUID().toString());
        List<String> places = Api.json(answer.body()).findValuesAsText("pointer");
        assertThat(places).hasSizeGreaterThanOrEqualTo(10).contains("/currency", "/technicalContact", "/lines/0/sen");
    }

    /** How often order-intake wrote a row, an object or a message. */
    private static long writes(Shop shop) {
        return shop.cloud().calls().entries().stream()
                .map(entry -> entry.call())
                .filter(call -> call.caller().name().contains("OrderIntake"))
                .filter(call -> List.of("PutItem", "PutObject", "SendMessage").contains(call.operation()))
                .count();
    }

    private static String changed(String field, String json) {
        return anOrder()
                .withDataCenter()
                .with(root -> ((ObjectNode) root.at("/lines/0")).set(field, Api.json(json)))
                .json();
    }

    private static String newCustomer() {
        return anOrder()
                .withDataCenter(1)
                .with(root -> ((ObjectNode) root.at("/lines/0")).remove("existingSen"))
                .json();
    }

    private static String appOfAnotherTier() {
        return anOrder()
                .withDataCenter()
                .withDataCenter()
                .with(root -> ((ObjectNode) root.at("/lines/1"))
                        .put("product", "scriptrunner-for-jira")
                        .put("users", 1000))
                .json();
    }

    private static String email(String email) {
        return anOrder()
                .withDataCenter()
                .with(root -> ((ObjectNode) root.get("customer")).put("email", email))
                .json();
    }

    private static String contact(String email) {
        return anOrder()
                .withDataCenter()
                .with(root -> root.withObject("/technicalContact").set("email", Api.json(email)))
                .json();
    }

    private static String lines(int count, boolean dated) {
        return anOrder()
                .withDataCenter()
                .with(root -> {
                    ArrayNode lines = (ArrayNode) root.get("lines");
                    ObjectNode line = (ObjectNode) lines.remove(0);
                    for (int index = 0; index < count; index++) {
                        ObjectNode copy = lines.addObject().setAll(line.deepCopy());
                        if (dated)
                            copy.put(
                                    "purchaseOn",
                                    java.time.LocalDate.now()
                                            .plusDays(index + 2)
                                            .toString());
                    }
                })
                .json();
    }
}
