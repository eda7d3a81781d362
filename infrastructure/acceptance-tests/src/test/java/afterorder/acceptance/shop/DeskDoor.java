package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The desk of a shop that buys in the vendor's portal: its tasks, its mails, and what it enters. */
public final class DeskDoor {
    /** The address of the desk. */
    public static final String DESK = "desk@reseller.example";

    /** The parameters of the template with which a desk buys. */
    public static final Map<String, String> BUYS = Map.of("Vendor", "desk");

    private final Shop shop;

    public DeskDoor(Shop shop) {
        this.shop = shop;
    }

    /** Posts an order, and waits until the desk has been told of its first purchase. @return the order's number */
    public String commissioned(AnOrder order) {
        String id = shop.places(order);
        shop.minutesPassUntil(() -> !mailsAbout(id).isEmpty());
        assertThat(tasks(id)).hasSize(1);
        return id;
    }

    /** Buys Data Center licenses for so many users each, and one subscription, as a person does in the portal. */
    public JsonNode buys(int dataCenter, int users) {
        return shop.vendor().buysInPortal("""
                {"customer": "Muster GmbH", "items": [
                  {"product": "confluence", "deployment": "data-center", "users": %d, "months": 12, "quantity": %d},
                  {"product": "confluence", "deployment": "cloud", "users": 500, "months": 12, "quantity": 1,
                   "site": "muster.atlassian.net"}]}""".formatted(users, dataCenter));
    }

    /** What is entered of that: everything, the keys for line 1. */
    public static ObjectNode entry(JsonNode bought, String account) {
        ObjectNode entry = licenses(keyed(bought));
        return entry.put("vendorOrder", bought.get("orderId").textValue()).put("account", account);
    }

    /** An entry of SENs and keys for line 1. */
    public static ObjectNode licenses(List<JsonNode> bought) {
        ObjectNode entry = JsonMapper.builder().build().createObjectNode();
        ArrayNode licenses = entry.putArray("licenses");
        bought.forEach(license ->
                add(licenses, license.get("sen").textValue(), license.get("key").textValue()));
        return entry;
    }

    /** An entry of one license for line 1. */
    public static ObjectNode license(String sen, String key) {
        ObjectNode entry = licenses(List.of());
        add((ArrayNode) entry.get("licenses"), sen, key);
        return entry;
    }

    private static void add(ArrayNode licenses, String sen, String key) {
        licenses.addObject().put("line", 1).put("sen", sen).put("key", key);
    }

    /** Those of the bought licenses that have a key. */
    public static List<JsonNode> keyed(JsonNode bought) {
        return bought.get("licenses")
                .valueStream()
                .filter(license -> license.hasNonNull("key"))
                .toList();
    }

    /** Enters something for the order's first purchase. */
    public HttpResponse<String> enters(String id, ObjectNode entry) {
        return enters(id, entry.toString());
    }

    public HttpResponse<String> enters(String id, String body) {
        return shop.desk("PUT", "purchases/" + id + "/1", body);
    }

    /** The open tasks of that order. */
    public List<JsonNode> tasks(String id) {
        HttpResponse<String> answer = shop.desk("GET", "purchases", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer.body())
                .valueStream()
                .filter(task -> task.get("orderId").textValue().equals(id))
                .toList();
    }

    public List<Letter> mailsAbout(String id) {
        return shop.mailbox().about(DESK, id);
    }

    /** The path of the task's page that a mail leads to. */
    public static String page(Letter letter) {
        return URI.create(letter.links().getFirst()).getPath();
    }
}
