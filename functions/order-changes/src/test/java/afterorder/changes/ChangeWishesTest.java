package afterorder.changes;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.order.Json;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
@Tag("S5")
class ChangeWishesTest {
    private static final String WISHES = """
            {"orderNumber": "4500099999", "language": "en", "applyTo": ["confirmation", "invoice"]}""";

    private final OrderChanges changes;
    private final PlacedOrder placed;

    ChangeWishesTest(LocalServices services) {
        Deployed deployed = services.function("OrderChangesFunction");
        changes = new OrderChanges(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
        placed = PlacedOrder.of("mixed", services);
    }

    @Test
    void count_in_place_of_the_earlier_ones_until_the_confirmation_is_being_sent() throws Exception {
        APIGatewayV2HTTPResponse answer = wishing(WISHES);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(answer.getBody()).path("orderNumber").asText())
                .isEqualTo("4500099999");
        assertThat(placed.row().amendments().wishes().orderNumber()).isEqualTo("4500099999");
        assertThat(wishing(WISHES).getBody()).isEqualTo(answer.getBody());
        assertThat(placed.row().progress().history())
                .filteredOn(entry -> entry.what().contains("wishes"))
                .hasSize(1);
    }

    @Test
    void ask_to_come_again_while_the_confirmation_is_being_sent() {
        placed.beingSent();
        assertThat(wishing(WISHES).getStatusCode()).isEqualTo(409);
        assertThat(wishing(WISHES).getHeaders()).containsEntry("retry-after", "60");
    }

    @Test
    void come_too_late_when_the_confirmation_is_out_and_are_not_half_taken() {
        placed.dispatched();
        APIGatewayV2HTTPResponse late = wishing(WISHES);
        assertThat(late.getStatusCode()).isEqualTo(409);
        assertThat(late.getBody()).contains("AB-2026-00001");
        assertThat(placed.row().amendments().wishes()).isNull();
    }

    @Test
    void say_everything_that_is_wrong_with_them_at_once() {
        APIGatewayV2HTTPResponse refused = wishing(
                "{\"language\": \"fr\", \"applyTo\": [\"letter\"], \"addressee\": {\"email\": \"no address\"}}");
        assertThat(refused.getStatusCode()).isEqualTo(422);
        assertThat(refused.getBody()).contains("/language", "/applyTo/0", "/addressee/email");
    }

    private APIGatewayV2HTTPResponse wishing(String body) {
        LambdaEvent event = LambdaEvent.of("order-changes-contact")
                .with("/routeKey", "PUT /orders/{id}/confirmation")
                .with("/pathParameters/id", placed.id().value())
                .with("/body", body);
        return changes.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }
}
