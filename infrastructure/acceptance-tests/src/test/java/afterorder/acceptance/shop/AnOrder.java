package afterorder.acceptance.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.Consumer;

/** Builds an order to post; each has a customer of its own, so that its mails can be told from others'. */
public final class AnOrder {
    private final ObjectNode root;

    private AnOrder(ObjectNode root) {
        this.root = root;
    }

    /** Without lines yet. */
    public static AnOrder anOrder() {
        String customer = "c" + UUID.randomUUID().toString().substring(0, 12);
        AnOrder order = example("licenses");
        order.root.putArray("lines");
        ((ObjectNode) order.root.get("customer")).put("email", customer + "@muster.example");
        ((ObjectNode) order.root.get("technicalContact")).put("email", "ada-" + customer + "@muster.example");
        return order;
    }

    /** One of {@code events/orders}. */
    public static AnOrder example(String name) {
        try {
            String json = Files.readString(Shop.ROOT.resolve("events/orders/" + name + ".json"));
            return new AnOrder((ObjectNode) Api.json(json));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public AnOrder with(Consumer<ObjectNode> change) {
        change.accept(root);
        return this;
    }

    public AnOrder in(String language) {
        return with(order -> order.put("language", language));
    }

    public AnOrder in(Language language) {
        return in(language.code());
    }

    /** A renewal, for 42,000.00 net. */
    public AnOrder withDataCenter() {
        return withLine(line ->
                license(line, "renewal", "jira", "data-center", "42000.00").put("sen", "SEN-1234567"));
    }

    /** New licenses, for 1,000.00 net each. */
    public AnOrder withDataCenter(int quantity) {
        return withLine(line -> license(line, "new", "confluence", "data-center", "1000.00")
                .put("existingSen", "SEN-1234567")
                .put("quantity", quantity));
    }

    /** A new subscription, for 11,400.00 net. */
    public AnOrder withCloud() {
        return withLine(
                line -> license(line, "new", "confluence", "cloud", "11400.00").put("site", "muster.atlassian.net"));
    }

    public AnOrder withService() {
        return withLine(line -> line.put("kind", "service")
                .put("service", "consulting")
                .put("description", "Migration workshop")
                .put("quantity", "2.5")
                .put("unit", "day")
                .put("unitPrice", "1440.00"));
    }

    /** The date of the line that was added last. */
    public AnOrder purchaseOn(String date) {
        ArrayNode lines = (ArrayNode) root.get("lines");
        ((ObjectNode) lines.get(lines.size() - 1)).put("purchaseOn", date);
        return this;
    }

    public AnOrder withLine(Consumer<ObjectNode> line) {
        line.accept(((ArrayNode) root.get("lines")).addObject());
        return this;
    }

    public String customerEmail() {
        return root.at("/customer/email").textValue();
    }

    public String contactEmail() {
        return root.at("/technicalContact/email").textValue();
    }

    public String json() {
        return root.toString();
    }

    private static ObjectNode license(
            ObjectNode line, String transaction, String product, String deployment, String price) {
        return line.put("kind", "license")
                .put("transaction", transaction)
                .put("product", product)
                .put("deployment", deployment)
                .put("users", 500)
                .put("months", 12)
                .put("quantity", 1)
                .put("unitPrice", price);
    }
}
