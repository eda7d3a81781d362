package afterorder.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.order.Json;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.ServiceLine;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** Lambda answers 6 MB at the most; ours stay below one. */
@ExtendWith(LocalServicesExtension.class)
class LargeOrderTest {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Order SAMPLE = SampleOrder.of("licenses").order();

    private final Deployed deployed;
    private final OrderIntake intake;
    private final Orders orders;

    LargeOrderTest(LocalServices services) {
        deployed = services.function("OrderIntakeFunction");
        intake = new OrderIntake(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        orders = new Orders(
                clients.dynamoDb(),
                deployed.variable("TABLE"),
                new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET"), ObjectLockMode.GOVERNANCE));
    }

    @Test
    void shows_an_order_of_ten_thousand_licenses_in_pages() throws Exception {
        OrderId id = stored(Collections.nCopies(10_000, SAMPLE.line(1)));
        JsonNode order = answer(showing(id));
        assertThat(order.path("lines")).hasSize(1_000);
        assertThat(order.path("nextLines").asText()).isEqualTo("/orders/" + id + "/lines?after=1000");
        assertThat(order.path("purchases").get(0).path("lines")).hasSize(10_000);
        assertThat(numbers(id))
                .isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
    }

    @Test
    void makes_smaller_pages_of_long_descriptions() throws Exception {
        Line service = new ServiceLine(
                "consulting", "Ω\uD83D\uDE00".repeat(500), new BigDecimal("1"), "day", new BigDecimal("1440.00"));
        OrderId id = stored(Collections.nCopies(1_500, service));
        JsonNode order = answer(showing(id));
        assertThat(order.path("lines").size()).isBetween(1, 999);
        assertThat(order.path("services").get(0).path("lines")).hasSize(1_500);
        assertThat(numbers(id))
                .isEqualTo(IntStream.rangeClosed(1, 1_500).boxed().toList());
    }

    @Test
    void shows_all_lines_of_an_order_of_a_thousand_at_once() throws Exception {
        LicenseLine line = (LicenseLine) SAMPLE.line(1);
        OrderId id = stored(Collections.nCopies(1_000, line));
        JsonNode order = answer(showing(id));
        assertThat(order.path("lines")).hasSize(1_000);
        assertThat(order.has("nextLines")).isFalse();
        JsonNode page = answer(paging(id, "999"));
        assertThat(page.path("lines").findValuesAsText("number")).containsExactly("1000");
        assertThat(page.has("next")).isFalse();
        assertThat(answer(paging(id, "1000")).path("lines")).isEmpty();
        assertThat(answer(paging(id, "999999999")).path("lines")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "first", "1e3", "9999999999"})
    void demands_the_number_of_a_line(String after) throws Exception {
        OrderId id = stored(List.of(SAMPLE.line(1)));
        assertThat(handle(paging(id, after)).getStatusCode()).isEqualTo(400);
    }

    @Test
    void shows_the_first_lines_without_a_number_and_none_to_strangers() throws Exception {
        OrderId id = stored(List.of(SAMPLE.line(1), SAMPLE.line(2)));
        assertThat(answer(paging(id, "0").without("/queryStringParameters")).path("lines"))
                .hasSize(2);
        assertThat(handle(paging(id, "0").with("/requestContext/authorizer/jwt/claims/sub", "another-shop"))
                        .getStatusCode())
                .isEqualTo(404);
    }

    /** Of all lines, page after page, as a program follows them. */
    private List<Integer> numbers(OrderId id) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        String next = "/orders/" + id + "/lines?after=0";
        while (next != null) {
            JsonNode page = answer(paging(id, next.substring(next.indexOf('=') + 1)));
            page.path("lines").forEach(line -> numbers.add(line.path("number").asInt()));
            next = page.path("next").textValue();
        }
        return numbers;
    }

    private OrderId stored(List<Line> lines) {
        Order order = new Order(
                SAMPLE.currency(),
                SAMPLE.language(),
                false,
                SAMPLE.customer(),
                null,
                null,
                SAMPLE.technicalContact(),
                null,
                lines);
        OrderId id = OrderId.of("shop", UUID.randomUUID().toString());
        OrderRow row = OrderRow.received(
                id,
                "shop",
                "hash",
                order,
                Settings.bundled().seller(),
                Settings.bundled().teams(),
                SampleOrder.PLACED);
        orders.create(row, order, SampleOrder.RETENTION);
        return id;
    }

    private static LambdaEvent showing(OrderId id) {
        return LambdaEvent.of("order-intake-show").with("/pathParameters/id", id.value());
    }

    private static LambdaEvent paging(OrderId id, String after) {
        return LambdaEvent.of("order-intake-lines")
                .with("/pathParameters/id", id.value())
                .with("/queryStringParameters/after", after);
    }

    private JsonNode answer(LambdaEvent event) throws Exception {
        APIGatewayV2HTTPResponse answer = handle(event);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        assertThat(answer.getBody().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        return Json.MAPPER.readTree(answer.getBody());
    }

    private APIGatewayV2HTTPResponse handle(LambdaEvent event) {
        return intake.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }
}
