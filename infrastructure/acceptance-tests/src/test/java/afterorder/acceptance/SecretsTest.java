package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.Traces;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A license key stands in the bucket of keys and in the delivery note, a link's token in its mail, and what proves us to a
 * vendor in nothing that a run leaves behind.
 */
class SecretsTest {
    private static final String TOKEN = "token-of-the-vendor-5e2f8c1b";
    private static final Map<String, String> ACCESS = Map.of(
            "VendorToken",
            TOKEN,
            "VendorWebhookSecret",
            "secret-of-webhooks-93ab5e2f8c1b6d7e",
            "CommerceToken",
            TOKEN,
            "CommerceAccount",
            "account-of-commerce-77c0d9e1");

    @Test
    void what_a_marketplace_sold_leaves_no_key_or_token_elsewhere(@TempDir Path data) {
        try (Shop shop = Shop.open(data, ACCESS)) {
            Traces traces = new Traces(shop, data);
            shop.vendor().next("{\"do\": \"pending\"}");
            String id = shop.places(anOrder().withDataCenter(2).withCloud());
            shop.minutesPassUntil(() -> shop.vendor().knows(id + "-purchase-1-1"));
            shop.vendor().completes(id + "-purchase-1-1", "{\"webhooks\": 1}");
            shop.minutesPassUntil(() -> isDone(shop, id));
            traces.notice(order(shop, id));

            assertThat(shop.vendor().keysOf(id)).hasSize(2);
            assertThat(tokens(shop)).hasSize(3);
            isKept(traces, shop.vendor().keysOf(id), tokens(shop));
        }
    }

    @Test
    void what_a_desk_entered_corrected_and_had_refused_leaves_no_key_or_token_elsewhere(@TempDir Path data) {
        Map<String, String> parameters = new HashMap<>(ACCESS);
        parameters.putAll(DeskDoor.BUYS);
        try (Shop shop = Shop.open(data, parameters)) {
            Traces traces = new Traces(shop, data);
            DeskDoor desk = new DeskDoor(shop);
            AnOrder order = anOrder().withDataCenter(2).withCloud();
            String id = desk.commissioned(order);
            traces.notice(shop.desk("POST", "purchases/" + id + "/1/link", ""));
            shop.minutesPassUntil(() -> desk.mailsAbout(id).size() == 2);
            JsonNode bought = desk.buys(2, 1000);
            List<String> keys = DeskDoor.keyed(bought).stream()
                    .map(license -> license.get("key").textValue())
                    .toList();

            entersWrongly(new Entry(desk, id, traces), keys);
            fillsInTheForm(shop, DeskDoor.page(desk.mailsAbout(id).getLast()), bought, traces);
            is(200, traces.notice(desk.enters(id, DeskDoor.entry(bought, "existing"))));
            shop.minutesPassUntil(() -> shop.order(id).get("status").textValue().equals("parked"));
            traces.notice(shop.desk("GET", "parked", ""));
            traces.notice(shop.desk("POST", "orders/" + id + "/purchases/1/acceptance", "{\"reason\": \"agreed\"}"));
            shop.minutesPassUntil(() -> isDone(shop, id));
            traces.notice(order(shop, id));
            desk.mailsAbout(id).stream()
                    .filter(mail -> !mail.links().isEmpty())
                    .forEach(mail -> traces.notice(shop.api().get(DeskDoor.page(mail))));

            assertThat(tokens(shop)).hasSize(5);
            isKept(traces, keys, tokens(shop));
        }
    }

    /** Somebody who enters something for an order, and is watched. */
    private record Entry(DeskDoor desk, String id, Traces traces) {
        void isAnswered(int status, ObjectNode entry) {
            is(status, traces.notice(desk.enters(id, entry)));
        }
    }

    /** Keys of a wrong shape, keys in wrong places, and the keys of two licenses confused, which nobody can see. */
    private static void entersWrongly(Entry entry, List<String> keys) {
        String key = keys.getFirst();
        entry.isAnswered(422, DeskDoor.license("SEN-1", key + "!"));
        entry.isAnswered(422, DeskDoor.license(key, key));
        entry.isAnswered(
                422, DeskDoor.license("SEN-1", key).put("vendorOrder", key).put(key, key));
        is(400, entry.traces().notice(entry.desk().enters(entry.id(), "{\"licenses\": [{\"key\": \"" + key)));
        entry.isAnswered(200, DeskDoor.license("SEN-1", key));
        entry.isAnswered(200, DeskDoor.license("SEN-1", keys.getLast()).put("account", "existing"));
        ObjectNode withdrawal = DeskDoor.licenses(List.of());
        withdrawal.putArray("withdraw").add("SEN-1");
        entry.isAnswered(200, withdrawal);
    }

    private static void fillsInTheForm(Shop shop, String page, JsonNode bought, Traces traces) {
        JsonNode license = DeskDoor.keyed(bought).getFirst();
        String sen = license.get("sen").textValue();
        String key = license.get("key").textValue();
        traces.notice(shop.api().get(page));
        is(422, traces.notice(shop.api().postTo(page, form(sen, key + "!"))));
        is(422, traces.notice(shop.api().postTo(page, form(key, ""))));
        is(400, traces.notice(shop.api().postTo(page, form(sen, key) + "%zz")));
        is(200, traces.notice(shop.api().postTo(page, form(sen, key))));
        is(200, traces.notice(shop.api().get(page)));
    }

    private static String form(String sen, String key) {
        return Map.of("line.0", "1", "sen.0", sen, "key.0", key).entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static void is(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static HttpResponse<String> order(Shop shop, String id) {
        Api api = shop.api();
        return api.get("/orders/" + id, api.token("orders.read desk"));
    }

    private static boolean isDone(Shop shop, String id) {
        return shop.order(id).get("status").textValue().equals("done");
    }

    private static List<String> tokens(Shop shop) {
        return shop.mailbox().all().stream()
                .flatMap(mail -> mail.links().stream())
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .toList();
    }

    private static void isKept(Traces traces, Collection<String> keys, Collection<String> tokens) {
        assertThat(traces.of(keys.stream().flatMap(SecretsTest::start).toList()))
                .anyMatch(SecretsTest::isInKeysBucket)
                .allMatch(place -> place.startsWith("file vendor/") || isInKeysBucket(place));
        assertThat(traces.of(tokens))
                .anyMatch(place -> place.startsWith("mail "))
                .allMatch(place -> place.startsWith("mail ") || place.startsWith("file mails/"));
        assertThat(traces.of(ACCESS.values())).isEmpty();
    }

    private static boolean isInKeysBucket(String place) {
        return place.startsWith("file buckets/") && place.toLowerCase().contains("keys");
    }

    /** Long enough to be found, short enough to stand on one line; also as forms send it. */
    private static Stream<String> start(String key) {
        return Stream.of(key.substring(0, 40), encoded(key.substring(0, 40)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
