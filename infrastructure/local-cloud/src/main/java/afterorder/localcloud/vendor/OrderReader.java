package afterorder.localcloud.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an order, and collects everything that is not as the interface says. */
final class OrderReader {

    /** @param pointer JSON Pointer into the order */
    record Violation(String pointer, String detail) {}

    private static final String TEXT = "(?s).*\\S.*";
    private static final String SEN = "SEN-\\d{1,12}";
    private static final int MOST = 10_000;

    private final List<Violation> violations = new ArrayList<>();

    /** The order; only to be used when there are no {@link #violations}. */
    Order read(JsonNode body) {
        JsonNode root = fields(body, "", Set.of("technicalContact", "customer", "items"));
        JsonNode contact =
                fields(root.path("technicalContact"), "/technicalContact", Set.of("name", "email", "atlassianAccount"));
        JsonNode customer = fields(root.path("customer"), "/customer", Set.of("name", "country"));
        return new Order(
                new Order.TechnicalContact(
                        text(contact, "/technicalContact", "name", TEXT),
                        text(contact, "/technicalContact", "email", "[^@\\s]+@[^@\\s]+"),
                        flag(contact, "/technicalContact", "atlassianAccount")),
                new Order.Customer(
                        text(customer, "/customer", "name", TEXT), text(customer, "/customer", "country", "[A-Z]{2}")),
                items(root.path("items")));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private List<Order.Item> items(JsonNode array) {
        if (!array.isArray() || array.isEmpty()) violate("/items", "must be a list with at least one item");
        List<Order.Item> items = new ArrayList<>();
        Set<Integer> lines = new HashSet<>();
        for (JsonNode node : array) {
            String at = "/items/" + items.size();
            Order.Item item = item(node, at);
            if (!lines.add(item.line())) violate(at + "/line", "stands here twice");
            items.add(item);
        }
        if (items.stream().mapToLong(Order.Item::quantity).sum() > MOST) {
            violate("/items", "must be at most " + MOST + " licenses");
        }
        return List.copyOf(items);
    }

    private Order.Item item(JsonNode node, String at) {
        JsonNode fields = fields(
                node,
                at,
                Set.of(
                        "line",
                        "transaction",
                        "product",
                        "deployment",
                        "users",
                        "months",
                        "quantity",
                        "site",
                        "sen",
                        "entitlement",
                        "existingSen"));
        Order.Item item = new Order.Item(
                number(fields, at, "line", 1_000_000),
                text(fields, at, "transaction", "new|renewal|upgrade"),
                text(fields, at, "product", TEXT),
                text(fields, at, "deployment", "data-center|cloud"),
                number(fields, at, "users", 10_000_000),
                number(fields, at, "months", 60),
                number(fields, at, "quantity", 1000),
                optional(fields, at, "site", TEXT),
                optional(fields, at, "sen", SEN),
                optional(fields, at, "entitlement", TEXT),
                optional(fields, at, "existingSen", SEN));
        checkTogether(item, at);
        return item;
    }

    private void checkTogether(Order.Item item, String at) {
        if (item.isNew()) {
            if (!item.isDataCenter() && item.site().isEmpty())
                violate(at + "/site", "is needed for a new subscription");
            return;
        }
        if (item.quantity() != 1) violate(at + "/quantity", "must be 1 for a " + item.transaction());
        if (item.isDataCenter() && item.sen().isEmpty()) violate(at + "/sen", "is needed for a " + item.transaction());
        if (!item.isDataCenter() && item.entitlement().isEmpty()) {
            violate(at + "/entitlement", "is needed for a " + item.transaction());
        }
    }

    private JsonNode fields(JsonNode node, String at, Set<String> known) {
        if (!node.isObject()) {
            violate(at, "must be an object");
            return MissingNode.getInstance();
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) violate(at + "/" + name, "is unknown");
        });
        return node;
    }

    private String text(JsonNode fields, String at, String name, String pattern) {
        JsonNode value = fields.path(name);
        if (value.isTextual() && value.asText().matches(pattern)) return value.asText();
        if (!fields.isMissingNode()) violate(at + "/" + name, "must be a text like " + pattern);
        return "";
    }

    private Optional<String> optional(JsonNode fields, String at, String name, String pattern) {
        return fields.hasNonNull(name) ? Optional.of(text(fields, at, name, pattern)) : Optional.empty();
    }

    private int number(JsonNode fields, String at, String name, int most) {
        JsonNode value = fields.path(name);
        if (value.isInt() && value.asInt() >= 1 && value.asInt() <= most) return value.asInt();
        if (!fields.isMissingNode()) violate(at + "/" + name, "must be a whole number from 1 to " + most);
        return 0;
    }

    private boolean flag(JsonNode fields, String at, String name) {
        if (!fields.isMissingNode() && !fields.path(name).isBoolean())
            violate(at + "/" + name, "must be true or false");
        return fields.path(name).asBoolean();
    }

    private void violate(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }
}
