package afterorder.localcloud.page;

import afterorder.localcloud.table.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The orders, read from the rows of the table: key {@code orderId} and {@code part}, the row itself as JSON in {@code data}. */
final class Orders {
    private static final String ORDER = "order";

    private final Observed cloud;

    Orders(Observed cloud) {
        this.cloud = cloud;
    }

    /** One part of an order, by what its row says. */
    record Part(String name, String status, String detail, Optional<String> parked) {}

    /** An order and how far it has got; the confirmation is its first part. */
    record Summary(String id, Optional<Instant> received, String customer, String customerNumber, List<Part> parts) {

        Part confirmation() {
            return parts.getFirst();
        }

        List<Part> others() {
            return parts.subList(1, parts.size());
        }
    }

    /** A row as it stands in the table. */
    record StoredRow(String part, List<Attribute> attributes) {

        boolean isOrder() {
            return part.equals(ORDER);
        }
    }

    /** @param isBlock whether its value is JSON in several lines */
    record Attribute(String name, String value, boolean isBlock) {}

    /** Those received last come first. */
    List<Summary> all() {
        Map<String, List<Map<String, AttributeValue>>> byOrder =
                items().collect(Collectors.groupingBy(item -> text(item, "orderId")));
        return byOrder.entrySet().stream()
                .filter(order -> order.getValue().stream().anyMatch(Orders::isOrder))
                .map(order -> summary(order.getKey(), order.getValue()))
                .sorted(Comparator.comparing((Summary order) -> order.received().orElse(Instant.EPOCH))
                        .reversed())
                .toList();
    }

    Optional<Summary> find(String id) {
        return all().stream().filter(order -> order.id().equals(id)).findFirst();
    }

    /** Every row of one order. */
    List<StoredRow> rows(String id) {
        return items().filter(item -> text(item, "orderId").equals(id))
                .sorted(Comparator.comparing(item -> text(item, "part")))
                .map(item -> new StoredRow(text(item, "part"), attributes(item)))
                .toList();
    }

    private Stream<Map<String, AttributeValue>> items() {
        Tables tables = cloud.tables();
        return cloud.template().tables().stream()
                .flatMap(table -> tables.rows(table.name()).stream())
                .filter(item -> item.containsKey("orderId") && item.containsKey("part"));
    }

    private static Summary summary(String id, List<Map<String, AttributeValue>> items) {
        Map<String, AttributeValue> order =
                items.stream().filter(Orders::isOrder).findFirst().orElseThrow();
        JsonNode data = Json.read(text(order, "data"));
        JsonNode customer = Json.read(text(order, ORDER)).path("customer");
        JsonNode confirmation = data.path("confirmation");
        Stream<Part> first = Stream.of(part("confirmation", confirmation, confirmation.path("number"), data));
        Stream<Part> others = items.stream()
                .filter(item -> !isOrder(item))
                .sorted(Comparator.comparing(item -> text(item, "part")))
                .map(Orders::part);
        return new Summary(
                id,
                Optional.of(data.path("receivedAt").asText())
                        .filter(at -> !at.isEmpty())
                        .map(Instant::parse),
                customer.path("name").asText(),
                customer.path("number").asText(),
                Stream.concat(first, others).toList());
    }

    private static Part part(Map<String, AttributeValue> item) {
        JsonNode data = Json.read(text(item, "data"));
        JsonNode invoice = data.path("billing").path("invoiceNumber");
        return part(text(item, "part"), data, invoice.isTextual() ? invoice : data.path("purchaseOn"), data);
    }

    private static Part part(String name, JsonNode state, JsonNode detail, JsonNode row) {
        Optional<String> parked = Optional.of(row.at("/progress/parked/reason"))
                .filter(JsonNode::isObject)
                .map(Orders::reason);
        return new Part(name, state.path("status").asText("unknown"), detail.asText(""), parked);
    }

    /** As the row keeps it: a phrase's code, and what is said in its places. */
    private static String reason(JsonNode reason) {
        StringJoiner said = new StringJoiner(" · ").add(reason.path("phrase").asText());
        reason.path("facts").forEach(fact -> said.add(fact.asText()));
        return said.toString();
    }

    private static List<Attribute> attributes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .map(entry -> attribute(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Attribute::isBlock).thenComparing(Attribute::name))
                .toList();
    }

    private static Attribute attribute(String name, AttributeValue value) {
        String shown = Json.pretty(value(value));
        return new Attribute(name, shown, shown.contains("\n"));
    }

    private static String value(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case BOOL -> String.valueOf(value.bool());
            case NUL -> "null";
            default -> value.toString();
        };
    }

    private static boolean isOrder(Map<String, AttributeValue> item) {
        return text(item, "part").equals(ORDER);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
