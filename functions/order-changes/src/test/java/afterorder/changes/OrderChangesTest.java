package afterorder.changes;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class OrderChangesTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final String ADA = "ada@muster.example";
    private static final String GRACE = "grace@muster.example";

    private final Deployed deployed;
    private final OrderChanges changes;
    private final PlacedOrder placed;
    private final OrderId id;

    OrderChangesTest(LocalServices services) {
        deployed = services.function("OrderChangesFunction");
        changes = new OrderChanges(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
        placed = PlacedOrder.of("mixed", services);
        id = placed.id();
    }

    @Test
    @Tag("S35")
    void moves_a_purchase_before_the_dispatch_in_its_order_s_plans() {
        JsonNode answer = answer(200, moving(2, "2027-06-01"));
        assertThat(answer).isEqualTo(json("""
                {"part": "purchase-2", "status": "scheduled", "purchaseOn": "2027-06-01", "lines": [2]}"""));
        assertThat(order().plan(2)).map(Plan::on).contains(LocalDate.of(2027, 6, 1));
        assertThat(order().progress().deadlines()).containsEntry(Deadline.NOTICE, NOW);
    }

    @Test
    @Tag("S35")
    void moves_a_purchase_after_the_dispatch_in_its_own_row() {
        placed.dispatched();
        JsonNode answer = answer(200, moving(2, "2027-06-01"));
        assertThat(answer).isEqualTo(json("""
                {"part": "purchase-2", "status": "scheduled", "purchaseOn": "2027-06-01", "lines": [2]}"""));
        assertThat(purchase(2).progress().deadlines())
                .containsEntry(Deadline.PURCHASE, Instant.parse("2027-06-01T06:00:00Z"));
        assertThat(notices(purchase(2)))
                .containsExactly(new Notice.Moved(2, LocalDate.of(2027, 12, 15), LocalDate.of(2027, 6, 1)));
    }

    @Test
    @Tag("S35")
    void lets_a_purchase_begin_when_it_is_wanted_now() {
        placed.dispatched();
        assertThat(answer(200, moving(2, "now")).path("purchaseOn").asText()).isEqualTo("2026-11-23");
        assertThat(purchase(2).progress().deadlines()).containsEntry(Deadline.PURCHASE, NOW);
    }

    @Test
    @Tag("S35")
    void takes_now_for_the_seller_s_day_at_which_the_gateway_took_the_request() {
        placed.dispatched();
        long afterMidnight = Instant.parse("2026-12-31T23:00:00Z").toEpochMilli();
        JsonNode answer = answer(200, moving(2, "now").with("/requestContext/timeEpoch", afterMidnight));
        assertThat(answer.path("purchaseOn").asText()).isEqualTo("2027-01-01");
    }

    @Test
    @Tag("S35")
    void calls_purchases_off_before_and_after_the_dispatch() {
        JsonNode first = answer(200, callingOff(1));
        assertThat(first).isEqualTo(json("""
                {"part": "purchase-1", "status": "cancelled", "purchaseOn": "2026-11-23", "lines": [1]}"""));
        placed.dispatched();
        assertThat(answer(200, callingOff(2)).path("status").asText()).isEqualTo("cancelled");
        assertThat(List.of(purchase(1), purchase(2)))
                .extracting(PurchaseRow::status)
                .containsOnly(PurchaseRow.Status.CANCELLED);
    }

    @Test
    @Tag("S35")
    void answers_a_repetition_and_tells_the_customer_once() {
        placed.dispatched();
        assertThat(answer(200, moving(2, "2027-06-01"))).isEqualTo(answer(200, moving(2, "2027-06-01")));
        assertThat(answer(200, callingOff(2))).isEqualTo(answer(200, callingOff(2)));
        assertThat(notices(purchase(2)))
                .hasOnlyElementsOfTypes(Notice.Moved.class, Notice.CalledOff.class)
                .hasSize(2);
        assertThat(answer(200, registering(GRACE, 1))).isEqualTo(answer(200, registering(GRACE, 1)));
        assertThat(order().progress().outbox().notices()).hasSize(1);
    }

    @Test
    @Tag("S35")
    void says_what_has_become_of_a_purchase_that_can_no_longer_be_changed() {
        placed.dispatched();
        placed.begun(1);
        for (LambdaEvent late : List.of(moving(1, "now"), callingOff(1))) {
            JsonNode problem = answer(409, late);
            assertThat(problem.path("status").asInt()).isEqualTo(409);
            assertThat(problem.path("purchase").path("part").asText()).isEqualTo("purchase-1");
            assertThat(problem.path("purchase").path("status").asText()).isEqualTo("purchasing");
        }
        assertThat(purchase(1).status()).isEqualTo(PurchaseRow.Status.PURCHASING);
    }

    @Test
    @Tag("S35")
    void asks_to_come_again_while_the_confirmation_is_being_sent() {
        placed.beingSent();
        for (LambdaEvent early : List.of(moving(2, "now"), callingOff(2), registering(GRACE, 1))) {
            APIGatewayV2HTTPResponse answer = handle(early);
            assertThat(answer.getStatusCode()).isEqualTo(409);
            assertThat(answer.getHeaders())
                    .containsEntry("retry-after", "60")
                    .containsEntry("content-type", "application/problem+json");
        }
    }

    @Test
    void refuses_dates_that_have_passed_or_are_too_far_away() {
        for (String date : List.of("2026-11-22", "2031-11-24", "tomorrow")) {
            JsonNode problem = answer(422, moving(2, date));
            assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly("/purchaseOn");
        }
        assertThat(answer(200, moving(2, "2031-11-23")).path("purchaseOn").asText())
                .isEqualTo("2031-11-23");
    }

    @Test
    @Tag("S35")
    void refuses_a_date_at_which_the_vendor_no_longer_sells_it() {
        for (int round = 1; round <= 2; round++) {
            JsonNode problem = answer(422, moving(1, "2029-06-01"));
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/purchaseOn");
            assertThat(problem.at("/errors/0/detail").asText()).startsWith("line 1: Confluence Data Center");
            placed.dispatched();
            assertThat(purchase(1).progress().outbox().isEmpty()).isTrue();
        }
        answer(200, callingOff(1));
    }

    @Test
    void refuses_what_is_no_json() {
        answer(400, moving(2, "now").with("/body", "{\"purchaseOn\": "));
        answer(400, registering(GRACE, 1).with("/body", "name=Grace"));
    }

    @Test
    void knows_no_other_purchases() {
        for (int round = 1; round <= 2; round++) {
            for (String number : List.of("3", "0", "01", "-1", "purchase-1", "99999999999999999999")) {
                answer(404, moving(2, "now").with("/pathParameters/n", number));
                answer(404, callingOff(2).with("/pathParameters/n", number));
            }
            placed.dispatched();
        }
    }

    @Test
    void changes_a_sender_s_own_orders_only_and_any_for_the_desk() {
        for (LambdaEvent event : List.of(moving(2, "now"), callingOff(2), registering(GRACE, 1))) {
            String foreign = handle(by("another-shop", "orders.write", event)).getBody();
            String unknown = handle(by("shop", "orders.write", event).with("/pathParameters/id", "0000000000000"))
                    .getBody();
            assertThat(foreign.replace(id.value(), "0000000000000")).isEqualTo(unknown);
            assertThat(json(foreign).path("status").asInt()).isEqualTo(404);
            answer(404, event.with("/pathParameters/id", "no-order"));
        }
        assertThat(order().version()).isEqualTo(1);
        answer(200, by("staff", "desk", moving(2, "2027-06-01")));
        answer(200, by("staff", "desk", registering(GRACE, 1)));
        answer(200, by("staff", "desk", callingOff(2)));
    }

    @Test
    @Tag("S36")
    void registers_another_contact_for_all_that_has_not_begun() {
        placed.dispatched();
        placed.begun(1);
        JsonNode answer = answer(200, registering(GRACE, 1));
        assertThat(answer).isEqualTo(json("""
                {"technicalContact": {"name": "Admin 1", "email": "grace@muster.example", "atlassianAccount": true},
                 "purchases": ["purchase-2"]}"""));
        assertThat(purchase(1).technicalContact().email()).hasToString(ADA);
        assertThat(purchase(2).technicalContact().email()).hasToString(GRACE);
        assertThat(order().progress().outbox().notices())
                .containsExactly(new Notice.ContactChanged(
                        List.of(2), purchase(2).technicalContact().email()));
        assertThat(notices(purchase(2))).isEmpty();
    }

    @Test
    @Tag("S36")
    void registers_another_contact_for_the_whole_order_before_the_dispatch() {
        assertThat(answer(200, registering(GRACE, 1)).path("purchases")).hasSize(2);
        placed.dispatched();
        assertThat(List.of(purchase(1), purchase(2)))
                .allSatisfy(purchase ->
                        assertThat(purchase.technicalContact().email()).hasToString(GRACE));
    }

    @Test
    @Tag("S36")
    void is_too_late_for_another_contact_when_no_purchase_is_left() {
        placed.dispatched();
        placed.begun(1);
        answer(200, callingOff(2));
        assertThat(answer(409, registering(GRACE, 1)).path("title").asText()).isEqualTo("Too late");
        assertThat(order().progress().outbox().isEmpty()).isTrue();
    }

    @Test
    @Tag("S36")
    void says_everything_that_is_wrong_with_a_contact_at_once() {
        JsonNode problem = answer(422, registering(GRACE, 1).with("/body", "{\"email\": \"no address\"}"));
        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/name", "/email", "/atlassianAccount");
    }

    @Test
    void holds_changes_back_while_the_customer_is_still_to_be_told_of_many() {
        placed.dispatched();
        for (int day = 1; day <= 25; day++) {
            answer(200, moving(2, "2027-06-%02d".formatted(day)));
            answer(200, moving(2, "2027-07-%02d".formatted(day)));
        }
        APIGatewayV2HTTPResponse answer = handle(moving(2, "2027-08-01"));
        assertThat(answer.getStatusCode()).isEqualTo(429);
        assertThat(answer.getHeaders()).containsEntry("retry-after", "60");
        answer(200, callingOff(2));
    }

    @Test
    void only_reads_and_writes_rows() {
        placed.dispatched();
        answer(200, moving(2, "now"));
        answer(200, registering(GRACE, 1));
        answer(200, callingOff(2));
        assertThat(deployed.operations()).containsOnly("GetItem", "Query", "UpdateItem", "TransactWriteItems");
    }

    @Test
    void knows_no_other_route() {
        answer(404, moving(2, "now").with("/routeKey", "PATCH /orders/{id}"));
    }

    private LambdaEvent moving(int number, String date) {
        return LambdaEvent.of("order-changes")
                .with("/pathParameters/id", id.value())
                .with("/pathParameters/n", "" + number)
                .with("/body", "{\"purchaseOn\": \"" + date + "\"}");
    }

    private LambdaEvent callingOff(int number) {
        return LambdaEvent.of("order-changes-call-off")
                .with("/pathParameters/id", id.value())
                .with("/pathParameters/n", "" + number);
    }

    private LambdaEvent registering(String email, int name) {
        return LambdaEvent.of("order-changes-contact")
                .with("/pathParameters/id", id.value())
                .with("/body", """
                        {"name": "Admin %d", "email": "%s", "atlassianAccount": true}""".formatted(name, email));
    }

    private static LambdaEvent by(String subject, String scope, LambdaEvent event) {
        return event.with("/requestContext/authorizer/jwt/claims/sub", subject)
                .with("/requestContext/authorizer/jwt/claims/scope", scope);
    }

    private JsonNode answer(int status, LambdaEvent event) {
        APIGatewayV2HTTPResponse answer = handle(event);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        return json(answer.getBody());
    }

    private APIGatewayV2HTTPResponse handle(LambdaEvent event) {
        return changes.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }

    private OrderRow order() {
        return placed.row();
    }

    private PurchaseRow purchase(int number) {
        return placed.purchase(number);
    }

    private static List<Notice> notices(PurchaseRow row) {
        return row.progress().outbox().notices();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
