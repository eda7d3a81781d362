package afterorder.changes;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.service.EngagementRow;
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
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
@Tag("S12")
class ChangeServicesTest {
    private final OrderChanges changes;
    private final PlacedOrder placed;

    ChangeServicesTest(LocalServices services) throws JsonProcessingException {
        Deployed deployed = services.function("OrderChangesFunction");
        Settings settings = Settings.bundled();
        changes = new OrderChanges(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                settings);
        SampleOrder sample = SampleOrder.of("services");
        Order order = uncommissioned(sample.order());
        OrderRow row = OrderRow.received(
                sample.id(), "shop", "hash", order, settings.seller(), settings.teams(), SampleOrder.PLACED);
        placed = PlacedOrder.of(row, order, services);
    }

    @Test
    void has_services_commissioned_before_the_dispatch() {
        JsonNode answer = answer(200, commissioning());
        assertThat(answer.get("by").textValue()).isEqualTo("Erika Muster");
        placed.dispatched();
        assertThat(placed.engagement(1).status()).isEqualTo(EngagementRow.Status.COMMISSIONED);
        assertThat(placed.engagement(1).commissioning().reference()).isEqualTo("PO 4711");
    }

    @Test
    void has_services_commissioned_after_the_dispatch_once() {
        placed.dispatched();
        assertThat(placed.engagement(1).status()).isEqualTo(EngagementRow.Status.WAITING);
        JsonNode first = answer(200, commissioning());
        assertThat(answer(200, commissioning().with("/requestContext/timeEpoch", 1795421790000L)))
                .isEqualTo(first);
        assertThat(placed.engagement(1).progress().outbox().notices())
                .containsExactly(new ServiceNotice.EngagementTask());
        JsonNode otherwise = answer(409, commissioning().with("/body", "{\"by\": \"X\", \"on\": \"2026-11-23\"}"));
        assertThat(otherwise.at("/commissioning/by").textValue()).isEqualTo("Erika Muster");
    }

    @Test
    void says_everything_that_is_wrong_with_a_commissioning_at_once() {
        JsonNode problem = answer(422, commissioning().with("/body", "{\"on\": \"2026-11-24\", \"who\": \"me\"}"));
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/by", "/on", "/who");
    }

    @Test
    void asks_to_try_again_while_the_confirmation_is_being_sent() {
        placed.beingSent();
        assertThat(handle(commissioning()).getHeaders()).containsEntry("retry-after", "60");
    }

    @Test
    void calls_services_off_before_and_after_the_dispatch_until_they_are_commissioned() {
        JsonNode off = answer(200, callingOff("1"));
        assertThat(off.get("status").textValue()).isEqualTo("cancelled");
        assertThat(answer(200, callingOff("1"))).isEqualTo(off);
        placed.dispatched();
        assertThat(placed.engagement(1).status()).isEqualTo(EngagementRow.Status.CANCELLED);
        assertThat(answer(200, callingOff("1"))).isEqualTo(off);
        answer(409, commissioning());
        answer(404, callingOff("2"));
        answer(404, callingOff("none"));
    }

    @Test
    void calls_nothing_off_that_is_commissioned() {
        placed.dispatched();
        answer(200, commissioning());
        JsonNode problem = answer(409, callingOff("1"));
        assertThat(problem.at("/services/status").textValue()).isEqualTo("commissioned");
    }

    @Test
    void shows_nobody_else_that_there_is_such_an_order() {
        answer(404, commissioning().with("/requestContext/authorizer/jwt/claims/sub", "stranger"));
    }

    private static Order uncommissioned(Order order) throws JsonProcessingException {
        ObjectNode json = Json.MAPPER.valueToTree(order);
        return Json.MAPPER.treeToValue(json.put("commissioned", false), Order.class);
    }

    private LambdaEvent commissioning() {
        return LambdaEvent.of("order-changes-commissioning")
                .with("/pathParameters/id", placed.id().value());
    }

    private LambdaEvent callingOff(String number) {
        return LambdaEvent.of("order-changes-call-off")
                .with("/routeKey", "DELETE /orders/{id}/services/{n}")
                .with("/pathParameters/id", placed.id().value())
                .with("/pathParameters/n", number);
    }

    private JsonNode answer(int status, LambdaEvent event) {
        APIGatewayV2HTTPResponse answer = handle(event);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        try {
            return Json.MAPPER.readTree(answer.getBody());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer.getBody(), broken);
        }
    }

    private APIGatewayV2HTTPResponse handle(LambdaEvent event) {
        return changes.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }
}
