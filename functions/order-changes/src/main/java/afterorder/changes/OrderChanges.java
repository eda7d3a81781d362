package afterorder.changes;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.intake.ContactReader;
import afterorder.order.intake.WishReader;
import afterorder.order.row.StaleRow;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a customer may change of its order: purchases, technical contact, wishes, services. It only writes rows: what follows from a change, the mail to the customer too, {@code due-work} drives on.
 */
public final class OrderChanges implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ChangePurchase changePurchase;
    private final ChangeContact changeContact;
    private final ChangeWishes changeWishes;
    private final ChangeServices changeServices;
    private final Snapshot snapshot;

    public OrderChanges() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    OrderChanges(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        ObjectStore documents = new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET"));
        Rows rows = new Rows(dynamoDb, table);
        CallersOrders orders =
                new CallersOrders(new Orders(dynamoDb, table, documents), environment.orEmpty("SCOPE_PREFIX"));
        this.changePurchase = new ChangePurchase(orders, rows, settings);
        this.changeContact = new ChangeContact(orders, rows);
        this.changeWishes = new ChangeWishes(orders, rows);
        this.changeServices = new ChangeServices(orders, rows, settings);
        this.snapshot = Snapshot.primedBy(() -> {
            WishReader.read("{\"purchaseOn\": \"2026-12-15\"}".getBytes(), LocalDate.EPOCH);
            ContactReader.read("{\"email\": \"ada@muster.example\"}".getBytes());
        });
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        Instant now = Answers.receivedAt(request);
        try {
            return switch (request.getRouteKey()) {
                case "PUT /orders/{id}/purchases/{n}" -> changePurchase.move(request, now);
                case "DELETE /orders/{id}/purchases/{n}" -> changePurchase.callOff(request, now);
                case "PUT /orders/{id}/confirmation" -> changeWishes.answer(request, now);
                case "PUT /orders/{id}/commissioning" -> changeServices.commission(request, now);
                case "DELETE /orders/{id}/services/{n}" -> changeServices.callOff(request, now);
                case "PUT /orders/{id}/technical-contact" -> changeContact.answer(request, now);
                default -> Problem.noRoute(request.getRouteKey()).response();
            };
        } catch (StaleRow crowded) {
            return Refusals.crowded();
        }
    }
}
