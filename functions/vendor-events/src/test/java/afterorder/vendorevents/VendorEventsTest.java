package afterorder.vendorevents;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Rows;
import afterorder.aws.Secrets;
import afterorder.order.Phrase;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalServicesExtension.class)
@Tag("S34")
class VendorEventsTest {
    private static final Instant NOW = SampleOrder.PLACED;

    private final Deployed deployed;
    private final VendorEvents function;
    private final Rows rows;
    private final String secret;
    private final InvocationContext context = new InvocationContext();

    VendorEventsTest(LocalServices services) {
        deployed = services.function("VendorEventsFunction");
        function = new VendorEvents(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()));
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        rows = new Rows(clients.dynamoDb(), deployed.variable("TABLE"));
        secret = new Secrets(clients.secretsManager(), deployed.variable("VENDOR_ACCESS")).get("vendorWebhookSecret");
    }

    @Test
    void has_the_vendor_asked_at_once_about_a_pending_order() {
        PurchaseRow pending = pending();
        assertThat(send("event-1", pending.vendorReference()).getStatusCode()).isEqualTo(200);
        PurchaseRow told = row(pending);
        assertThat(told.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(told.version()).isEqualTo(pending.version() + 1);
        assertThat(deployed.operations()).containsOnly("GetSecretValue", "GetItem", "UpdateItem");
    }

    @Test
    void takes_an_event_that_comes_before_the_answer_of_the_call() {
        PurchaseRow asking = asking();
        send("event-1", asking.vendorReference());
        PurchaseRow told = row(asking);
        assertThat(told.progress().deadlines()).containsOnlyKeys(Deadline.NEXT_ATTEMPT);
        assertThat(Buying.pending(told, NOW).progress().due()).contains(NOW);
    }

    @Test
    void does_nothing_about_an_event_that_comes_again() {
        PurchaseRow pending = pending();
        send("event-1", pending.vendorReference());
        PurchaseRow told = row(pending);
        assertThat(send("event-1", pending.vendorReference()).getStatusCode()).isEqualTo(200);
        assertThat(row(pending)).isEqualTo(told);

        PurchaseRow askedAgain = rows.save(Buying.unanswered(told.begun(NOW), Optional.empty(), NOW));
        assertThat(send("event-1", pending.vendorReference()).getStatusCode()).isEqualTo(200);
        assertThat(row(pending)).isEqualTo(askedAgain);
        send("event-2", pending.vendorReference());
        assertThat(row(pending).progress().due()).contains(NOW);
    }

    @Test
    void asks_again_about_what_was_given_up_and_sold_all_the_same() {
        PurchaseRow given = rows.save(asking().parked(Phrase.VENDOR_SILENT.with(), NOW));
        send("event-1", given.vendorReference());
        assertThat(row(given).isParked()).isFalse();
        assertThat(row(given).progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
    }

    @Test
    @Tag("S41")
    void has_the_vendor_asked_about_a_contact_whose_account_waits_to_be_verified() {
        PurchaseRow asking = asking();
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.NONE, List.of("keys"), null), NOW);
        PurchaseRow sold = rows.save(Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW));
        assertThat(send("event-1", sold.vendorReference()).getStatusCode()).isEqualTo(200);
        PurchaseRow told = row(sold);
        assertThat(told.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
        assertThat(told.sale()).isEqualTo(sold.sale());
        send("event-1", sold.vendorReference());
        assertThat(row(sold)).isEqualTo(told);
    }

    @Test
    void leaves_to_staff_what_was_refused() {
        PurchaseRow asking = asking();
        PurchaseRow refused = rows.save(Buying.refused(asking, Phrase.REFUSED_BY_VENDOR.with("credit limit"), NOW));
        send("event-1", asking.vendorReference());
        send("event-2", refused.vendorReference());
        assertThat(row(refused)).isEqualTo(refused);
    }

    @Test
    void takes_events_about_what_it_does_not_know_without_effect() {
        PurchaseRow pending = pending();
        String reference = pending.vendorReference();
        for (String other : new String[] {
            "somebody-elses", reference.replace("-purchase-1-1", "-purchase-7-1"), reference + "0", "-purchase-1-1"
        }) {
            assertThat(send("event-1", other).getStatusCode()).as(other).isEqualTo(200);
        }
        assertThat(row(pending)).isEqualTo(pending);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void does_not_take_what_is_old_or_of_the_future(long seconds) {
        PurchaseRow pending = pending();
        String body = body("event-1", pending.vendorReference());
        assertThat(answer(signed(body, NOW.plusSeconds(seconds), secret)).getStatusCode())
                .isEqualTo(401);
        assertThat(row(pending)).isEqualTo(pending);
        assertThat(answer(signed(body, NOW.plusSeconds(seconds - Long.signum(seconds)), secret))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void does_not_take_what_is_forged_changed_or_not_signed() {
        PurchaseRow pending = pending();
        String body = body("event-1", pending.vendorReference());
        LambdaEvent genuine = signed(body, NOW, secret);
        for (LambdaEvent bad : new LambdaEvent[] {
            signed(body, NOW, "another-another-another-another-"),
            genuine.with("/body", body + " "),
            genuine.with("/headers/webhook-timestamp", Long.toString(NOW.getEpochSecond() - 1)),
            genuine.with("/headers/webhook-timestamp", "soon"),
            genuine.with("/headers/webhook-signature", hmac(body, NOW, secret)),
            genuine.without("/headers/webhook-signature"),
            genuine.without("/headers/webhook-timestamp"),
            genuine.without("/body")
        }) {
            assertThat(answer(bad).getStatusCode()).isEqualTo(401);
        }
        assertThat(row(pending)).isEqualTo(pending);
        assertThat(context.log()).doesNotContain(secret);
    }

    @Test
    void verifies_the_bytes_as_they_came() {
        PurchaseRow pending = pending();
        String body = body("événement", pending.vendorReference());
        LambdaEvent event = signed(body, NOW, secret);
        String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        assertThat(function.handleRequest(base64(event.with("/body", encoded)), context)
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(row(pending).vendor().lastEvent()).isEqualTo("événement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"id\": \"e\", \"type\": \"something-else\", \"reference\": \"r\"}",
                "{\"id\": 7, \"type\": \"order-changed\", \"reference\": \"r\"}",
                "{\"type\": \"order-changed\", \"reference\": \"r\"}",
                "{\"id\": \"e\", \"type\": \"order-changed\"}"
            })
    void says_what_is_no_event(String body) {
        APIGatewayV2HTTPResponse answer = answer(signed(body, NOW, secret));
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void writes_once_when_the_answer_of_the_table_is_lost() {
        PurchaseRow pending = pending();
        int update = 3;
        deployed.disturbed(Kind.ANSWER_LOST, update);
        assertThat(send("event-1", pending.vendorReference()).getStatusCode()).isEqualTo(200);
        assertThat(row(pending).version()).isEqualTo(pending.version() + 1);
    }

    private PurchaseRow asking() {
        SampleOrder order = SampleOrder.of("licenses");
        PurchaseRow scheduled = PurchaseRow.scheduled(
                order.id(),
                order.row().plans().getFirst(),
                order.order().technicalContact(),
                Settings.bundled().seller(),
                NOW.minus(Duration.ofHours(1)));
        PurchaseRow begun = rows.save(rows.save(scheduled).begun(NOW.minus(Duration.ofMinutes(1))));
        return rows.save(Buying.asking(begun, NOW.minus(Duration.ofMinutes(1))));
    }

    private PurchaseRow pending() {
        return rows.save(Buying.pending(asking(), NOW.minus(Duration.ofMinutes(1))));
    }

    private PurchaseRow row(PurchaseRow like) {
        return rows.purchase(like.key()).orElseThrow();
    }

    private APIGatewayV2HTTPResponse send(String id, String reference) {
        return answer(signed(body(id, reference), NOW.minusSeconds(2), secret));
    }

    private APIGatewayV2HTTPResponse answer(LambdaEvent event) {
        return function.handleRequest(event.as(APIGatewayV2HTTPEvent.class), context);
    }

    private static APIGatewayV2HTTPEvent base64(LambdaEvent event) {
        APIGatewayV2HTTPEvent request = event.as(APIGatewayV2HTTPEvent.class);
        request.setIsBase64Encoded(true);
        return request;
    }

    private static LambdaEvent signed(String body, Instant at, String secret) {
        return LambdaEvent.of("vendor-events")
                .with("/body", body)
                .with("/requestContext/timeEpoch", NOW.toEpochMilli())
                .with("/headers/webhook-timestamp", Long.toString(at.getEpochSecond()))
                .with("/headers/webhook-signature", "v1=" + hmac(body, at, secret));
    }

    private static String body(String id, String reference) {
        return "{\"id\": \"%s\", \"type\": \"order-changed\", \"reference\": \"%s\", \"at\": \"%s\"}"
                .formatted(id, reference, NOW);
    }

    private static String hmac(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = at.getEpochSecond() + "." + body;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
