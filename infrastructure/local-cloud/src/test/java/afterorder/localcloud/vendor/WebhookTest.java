package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reseller hears of an order that was pending. */
class WebhookTest {

    private static final String SECRET = "both-know-it";

    @TempDir
    Path folder;

    private Receiver reseller;
    private Sandbox vendor;

    @BeforeEach
    void start() throws Exception {
        reseller = new Receiver();
        vendor = new Sandbox(folder, new Webhook(reseller.address(), SECRET));
    }

    @AfterEach
    void stop() throws Exception {
        vendor.close();
        reseller.close();
    }

    @Test
    void tells_that_an_order_has_changed_signed_and_by_the_moved_clock() throws Exception {
        vendor.clock.moveTo(Instant.parse("2031-03-05T10:00:00Z"));
        pending("o-1");
        complete("o-1", "{}");
        Receiver.Received received = awaitReceived(1).getFirst();
        vendor.holdsWebhook(received);

        JsonNode event = new JsonMapper().readTree(received.body());
        assertThat(event.path("reference").asText()).isEqualTo("o-1");
        assertThat(event.path("at").asText()).startsWith("2031-03-05T10:00");
        String timestamp = header(received, "Webhook-Timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.parse("2031-03-05T10:00:00Z"), Instant.parse("2031-03-05T10:02:00Z"));
        assertThat(header(received, "Webhook-Signature"))
                .isEqualTo("v1=" + hmac(SECRET, timestamp + "." + received.body()));
    }

    @Test
    void tells_of_a_refusal_too() throws Exception {
        pending("o-1");
        complete("o-1", "{\"refuse\": \"credit limit\"}");
        awaitReceived(1);
    }

    @Test
    void tells_twice_with_the_same_id_or_never_as_told() throws Exception {
        pending("o-1");
        complete("o-1", "{\"webhooks\": 0}");
        pending("o-2");
        complete("o-2", "{\"webhooks\": 2}");
        List<Receiver.Received> received = awaitReceived(2);
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body()).contains("o-2");
    }

    @Test
    void tells_nothing_of_orders_that_were_answered_at_once() throws Exception {
        vendor.place("o-1", order(DATA_CENTER));
        vendor.next("{\"do\": \"lose-answer\"}");
        assertThatThrownBy(() -> vendor.place("o-2", order(DATA_CENTER))).isInstanceOf(IOException.class);
        pending("o-3");
        complete("o-3", "{}");
        assertThat(awaitReceived(1).getFirst().body()).contains("o-3");
    }

    @Test
    void tells_again_where_the_reseller_could_not_listen() throws Exception {
        reseller.answers(500, 503);
        pending("o-1");
        complete("o-1", "{}");
        List<Receiver.Received> received = awaitReceived(3);
        assertThat(received.stream().map(Receiver.Received::body).distinct()).hasSize(1);
        await().untilAsserted(() ->
                assertThat(deliveries().findValuesAsText("status")).containsExactly("500", "503", "200"));
    }

    @Test
    void does_not_tell_again_what_the_reseller_refused() throws Exception {
        reseller.answers(401);
        pending("o-1");
        complete("o-1", "{}");
        awaitReceived(1);
        pending("o-2");
        complete("o-2", "{}");
        assertThat(awaitReceived(2).get(1).body()).contains("o-2");
    }

    @Test
    void tells_again_when_nobody_was_there() throws Exception {
        reseller.close();
        pending("o-1");
        complete("o-1", "{}");
        await().untilAsserted(() -> assertThat(deliveries().findValuesAsText("status"))
                .hasSizeGreaterThan(1)
                .containsOnly("0"));
    }

    @Test
    void tells_before_it_answers_as_told() throws Exception {
        vendor.next("{\"do\": \"webhook-first\"}");
        assertThat(vendor.place("o-1", order(DATA_CENTER)).statusCode()).isEqualTo(202);
        assertThat(reseller.received()).hasSize(1);
        assertThat(vendor.find("o-1").statusCode()).isEqualTo(200);
    }

    @Test
    void tells_instead_of_answering_as_told() throws Exception {
        vendor.next("{\"do\": \"webhook-instead\"}");
        assertThatThrownBy(() -> vendor.place("o-1", order(DATA_CENTER))).isInstanceOf(IOException.class);
        assertThat(reseller.received()).hasSize(1);
        assertThat(vendor.place("o-1", order(DATA_CENTER)).statusCode()).isEqualTo(200);
    }

    @Test
    void sends_old_forged_and_repeated_ones_as_told() throws Exception {
        vendor.place("o-1", order(DATA_CENTER));
        reseller.answers(200, 401, 401);
        JsonNode right = json(vendor.door("POST", "/webhooks", "{\"reference\": \"o-1\", \"id\": \"e-1\"}"));
        assertThat(right.path("status").asInt()).isEqualTo(200);
        vendor.door("POST", "/webhooks", "{\"reference\": \"o-1\", \"id\": \"e-1\", \"secondsAgo\": 301}");
        JsonNode forged = json(vendor.door("POST", "/webhooks", "{\"reference\": \"o-1\", \"forged\": true}"));
        assertThat(forged.path("status").asInt()).isEqualTo(401);
        List<Receiver.Received> received = reseller.received();
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
        assertThat(sentAt(received.get(0)) - sentAt(received.get(1))).isBetween(298L, 301L);
        assertThat(header(received.get(2), "Webhook-Signature"))
                .isNotEqualTo("v1="
                        + hmac(
                                SECRET,
                                sentAt(received.get(2)) + "." + received.get(2).body()));
    }

    @Test
    void sends_one_about_an_order_that_never_was() throws Exception {
        JsonNode sent = json(vendor.door("POST", "/webhooks", "{\"reference\": \"o-2\"}"));
        assertThat(sent.path("status").asInt()).isEqualTo(200);
        vendor.holdsWebhook(awaitReceived(1).getFirst());
    }

    private void pending(String reference) throws Exception {
        vendor.next("{\"do\": \"pending\"}");
        vendor.place(reference, order(DATA_CENTER));
    }

    private void complete(String reference, String outcome) throws Exception {
        assertThat(vendor.door("POST", "/orders/" + reference + "/complete", outcome)
                        .statusCode())
                .isEqualTo(200);
    }

    private List<Receiver.Received> awaitReceived(int count) {
        return await().until(reseller::received, received -> received.size() == count);
    }

    private JsonNode deliveries() throws Exception {
        return json(vendor.door("GET", "/webhooks", "")).path("webhooks");
    }

    private static long sentAt(Receiver.Received received) {
        return Long.parseLong(header(received, "Webhook-Timestamp"));
    }

    private static String header(Receiver.Received received, String name) {
        return received.headers().getOrDefault(name, "");
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
