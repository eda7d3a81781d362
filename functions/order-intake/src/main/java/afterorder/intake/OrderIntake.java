package afterorder.intake;

import afterorder.aws.AcceptedOrders;
import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.intake.OrderReader;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code POST /orders}, {@code GET /orders/{id}} and {@code GET /orders/{id}/lines}. */
public final class OrderIntake implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final PostOrder postOrder;
    private final GetOrder getOrder;
    private final Snapshot snapshot;

    public OrderIntake() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    OrderIntake(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = ObjectStore.ofDocuments(clients.s3(), environment);
        Rows rows = new Rows(dynamoDb, table);
        Orders orders = new Orders(dynamoDb, table, documents);
        AcceptedOrders accepted = new AcceptedOrders(clients.sqs(), environment.get("ACCEPTED_ORDERS_QUEUE"));
        this.postOrder = new PostOrder(settings, rows, orders, accepted);
        this.getOrder = new GetOrder(orders, rows, environment.orEmpty("SCOPE_PREFIX"));
        this.snapshot = Snapshot.primedBy(() -> new OrderReader(settings)
                .read("{\"lines\": [{\"kind\": \"license\"}, {\"kind\": \"service\"}]}".getBytes(), LocalDate.EPOCH));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        return switch (request.getRouteKey()) {
            case "POST /orders" -> postOrder.answer(request, Answers.receivedAt(request));
            case "GET /orders/{id}" -> getOrder.order(request);
            case "GET /orders/{id}/lines" -> getOrder.lines(request);
            default -> Problem.noRoute(request.getRouteKey()).response();
        };
    }
}
