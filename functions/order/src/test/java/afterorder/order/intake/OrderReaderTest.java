package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S1")
class OrderReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path ORDERS = Path.of("../../events/orders");
    private final OrderReader reader = new OrderReader(Settings.bundled());

    @ParameterizedTest
    @ValueSource(strings = {"licenses", "mixed", "services", "project", "kinds", "abroad", "authority"})
    @Tag("S4")
    void keeps_an_order_exactly_as_it_was_placed(String name) throws IOException {
        JsonNode posted = Json.MAPPER.readTree(ORDERS.resolve(name + ".json").toFile());

        Order order = accepted(posted);

        JsonNode kept = Json.MAPPER.valueToTree(order);
        assertThat(kept.get("lines")).isEqualTo(posted.get("lines"));
        assertThat(kept.get("customer")).isEqualTo(posted.get("customer"));
        assertThat(kept.get("serviceContact")).isEqualTo(posted.get("serviceContact"));
        assertThat(Json.MAPPER.treeToValue(kept, Order.class)).isEqualTo(order);
    }

    @Test
    void names_every_place_of_an_invalid_order_at_once() throws IOException {
        JsonNode posted = Json.MAPPER.readTree(ORDERS.resolve("invalid.json").toFile());

        assertThat(refused(posted))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/currency",
                        "/customer/name",
                        "/customer/email",
                        "/customer/address/country",
                        "/discount",
                        "/technicalContact",
                        "/lines/0/product",
                        "/lines/0/quantity",
                        "/lines/0/unitPrice",
                        "/lines/0/purchaseOn",
                        "/lines/0/sen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lines/0/quantity   | 0                        | must be at least 1",
                "/lines/0/quantity   | -3                       | must be at least 1",
                "/lines/0/quantity   | 1.5                      | must be a whole number",
                "/lines/0/quantity   | 99999999999999999999     | must be at most 1000",
                "/lines/0/quantity   | \"1\"                    | must be a whole number",
                "/lines/0/unitPrice  | \"10.005\"               | must have at most 2 decimals",
                "/lines/0/unitPrice  | \"-1.00\"                | must be at least 0",
                "/lines/0/unitPrice  | \"1e3\"                  | must be a decimal like \"1440.00\"",
                "/lines/0/unitPrice  | 42000.00                 | must be a decimal in a string, like \"1440.00\"",
                "/lines/0/purchaseOn | \"2026-11-22\"           | must not be before 2026-11-23",
                "/lines/0/purchaseOn | \"2026-02-30\"           | must be a date like \"2026-12-15\"",
                "/lines/0/product    | \"confluenza\"           | is not in the catalog; known: [atlassian-guard, awesome-graphs-for-bitbucket, bamboo, bitbucket, confluence, crowd, draw-io-for-confluence, jira, jira-service-management, scriptrunner-for-jira, trello]",
                "/customer/email     | \"a@localhost\"          | must be an e-mail address with a domain, in ASCII",
                "/customer/email     | \"a@b.example\\nBcc: x\" | must not contain line breaks or control characters",
                "/customer/name      | []                       | must be a string",
                "/customer           | \"C-10042\"              | must be an object",
                "/lines              | {}                       | must be an array",
                "/lines              | []                       | must have at least one line",
                "/language           | \"fr\"                   | must be one of [de, en]",
                "/commissioned       | \"yes\"                  | must be true or false",
            })
    void says_what_is_wrong_at_a_place(String pointer, String value, String detail) throws IOException {
        JsonNode order = changed(root -> {
            ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, pointer.lastIndexOf('/')));
            parent.set(pointer.substring(pointer.lastIndexOf('/') + 1), json(value));
        });

        assertThat(refused(order)).contains(new Violation(pointer, detail));
    }

    @Test
    void refuses_what_is_no_json_with_its_place() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        for (String body : List.of("{\"lines\": [}", "{\"a\": 1, \"a\": 2}", deep, "{} {}", "{\"a\": \"\u0001\"}")) {
            assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8), TODAY))
                    .isInstanceOf(Reading.Unreadable.class);
        }
        assertThat(reader.read(new byte[] {'"', (byte) 0xff, '"'}, TODAY)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void refuses_an_empty_body() {
        assertThat(reader.read(new byte[0], TODAY)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void takes_ten_thousand_lines_and_no_more() throws IOException {
        assertThat(accepted(withLines(10_000, line -> {})).lines()).hasSize(10_000);
        assertThat(refused(withLines(10_001, line -> {})))
                .contains(new Violation("/lines", "must have at most 10000 lines, not 10001"));
    }

    @Test
    void takes_ten_thousand_licenses_and_no_more() throws IOException {
        assertThat(accepted(withLines(10, OrderReaderTest::aThousand)).lines()).hasSize(10);
        assertThat(refused(withLines(11, OrderReaderTest::aThousand)))
                .containsExactly(new Violation("/lines", "must have at most 10000 licenses in all, not 11000"));
    }

    private static void aThousand(ObjectNode line) {
        line.put("transaction", "new").put("quantity", 1_000).put("existingSen", "SEN-1");
        line.remove("sen");
    }

    @Test
    @Tag("S35")
    void takes_forty_dates_and_no_more() throws IOException {
        assertThat(accepted(withLines(40, this::onDateOfItsOwn)).lines()).hasSize(40);
        assertThat(refused(withLines(41, this::onDateOfItsOwn)))
                .contains(new Violation(
                        "/lines", "must have at most 40 parts (dates of purchase, teams of services), not 41"));
    }

    @Test
    @Tag("S36")
    void demands_a_technical_contact_for_licenses_only() throws IOException {
        assertThat(refused(changed(order -> order.remove("technicalContact"))))
                .containsExactly(new Violation("/technicalContact", "is required for licenses"));
        JsonNode services = Json.MAPPER.readTree(ORDERS.resolve("services.json").toFile());
        assertThat(accepted(services).technicalContact()).isNull();
    }

    @Test
    void demands_the_license_that_a_renewal_is_about() throws IOException {
        JsonNode order = changed(root -> {
            line(root, 0).remove("sen");
            line(root, 1).put("transaction", "upgrade").put("quantity", 2);
        });
        assertThat(refused(order))
                .containsExactlyInAnyOrder(
                        new Violation("/lines/0/sen", "is required for a renewal or upgrade of Data Center"),
                        new Violation("/lines/1/entitlement", "is required for a renewal or upgrade of Cloud"),
                        new Violation("/lines/1/quantity", "must be 1 for a renewal or upgrade"));
    }

    @Test
    void reads_a_line_into_its_own_type() throws IOException {
        Order order = accepted(changed(root -> {}));
        assertThat(order.line(1)).isInstanceOfSatisfying(LicenseLine.class, line -> assertThat(line.sen())
                .isEqualTo("SEN-1234567"));
    }

    private void onDateOfItsOwn(ObjectNode line) {
        line.put(
                "purchaseOn",
                TODAY.plusDays(1 + line.remove("index").intValue()).toString());
    }

    private static JsonNode withLines(int count, Consumer<ObjectNode> change) throws IOException {
        return changed(root -> {
            ObjectNode line = line(root, 0);
            ArrayNode lines = root.putArray("lines");
            IntStream.range(0, count).forEach(index -> {
                ObjectNode copy = line.deepCopy().put("index", index);
                change.accept(copy);
                copy.remove("index");
                lines.add(copy);
            });
        });
    }

    private static ObjectNode line(ObjectNode root, int index) {
        return (ObjectNode) root.at("/lines/" + index);
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) throws IOException {
        ObjectNode root = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(ORDERS.resolve("licenses.json")));
        change.accept(root);
        return root;
    }

    private Order accepted(JsonNode posted) {
        Reading<Order> reading = reader.read(posted.toString().getBytes(StandardCharsets.UTF_8), TODAY);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Order>) reading).value();
    }

    private List<Violation> refused(JsonNode posted) {
        Reading<Order> reading = reader.read(posted.toString().getBytes(StandardCharsets.UTF_8), TODAY);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Order>) reading).violations();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
