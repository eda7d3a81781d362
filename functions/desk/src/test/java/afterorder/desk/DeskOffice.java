package afterorder.desk;

import afterorder.aws.Clients;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.Json;
import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.DeskEntry;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.purchase.Verification;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of its own with orders that wait for the desk, and the function under the template's rights. */
final class DeskOffice {
    static final Instant NOW = SampleOrder.PLACED;
    static final Duration UNTIL_REMINDED = Duration.ofHours(4);

    private final EntitlementStore keys;
    private final DeskWork function;
    private final StringBuilder told = new StringBuilder();
    private final DynamoDbClient dynamoDb;
    private final String table;
    final Deployed deployed;
    final Rows rows;
    final Orders orders;

    DeskOffice(LocalServices services) {
        String table = services.newTable();
        deployed = services.function("DeskFunction").on(table);
        function = new DeskWork(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        dynamoDb = clients.dynamoDb();
        this.table = table;
        rows = new Rows(dynamoDb, table);
        orders = new Orders(dynamoDb, table, new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET")));
        keys = new EntitlementStore(new ObjectStore(clients.s3(), deployed.variable("KEYS_BUCKET")));
    }

    /** An order of every kind: Data Center lines 1 (upgrade), 2 (renewal) and 3 (three new ones), then Cloud. */
    SampleOrder order() {
        return order("kinds");
    }

    /** @param name of the file among the example orders */
    SampleOrder order(String name) {
        SampleOrder order = SampleOrder.of(name);
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        return order;
    }

    /** Has the index of what waits name an order that does not wait, as it does for a while after it waited. */
    void indexAsParked(SampleOrder order) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(Map.of("orderId", AttributeValue.fromS(order.id().value()), "part", AttributeValue.fromS("order")))
                .updateExpression("SET waitingKind = :kind, waitingSince = :since")
                .expressionAttributeValues(Map.of(
                        ":kind", AttributeValue.fromS("parked"), ":since", AttributeValue.fromS(NOW.toString()))));
    }

    /** What license-purchase has asked the vendor for. */
    PurchaseRow asking(SampleOrder order) {
        PurchaseRow begun = PurchaseRow.scheduled(
                        order.id(),
                        order.row().plans().getFirst(),
                        order.order().technicalContact(),
                        Settings.bundled().seller(),
                        NOW)
                .begun(NOW);
        return Buying.asking(begun, NOW);
    }

    /** An order whose purchase the desk has to make. */
    SampleOrder task() {
        SampleOrder order = order();
        Instant remindAt = NOW.plus(UNTIL_REMINDED);
        rows.save(DeskSteps.commissioned(asking(order), remindAt, remindAt.plus(UNTIL_REMINDED), NOW));
        return order;
    }

    /** An order of which the vendor sold these lines only. */
    SampleOrder soldPartly(Integer... lines) {
        SampleOrder order = order();
        PurchaseRow read = Buying.read(asking(order), new ReadBack(Account.NONE, List.of("keys.json"), null), NOW);
        Comparison comparison =
                new Comparison(List.of(Phrase.LINE_QUANTITY.with(4, 1, 0)), LineSelection.of(List.of(lines)));
        rows.save(Buying.completed(read, comparison, NOW));
        return order;
    }

    /** An order that the desk has bought, whose technical contact never verified the account. */
    SampleOrder unverified() {
        SampleOrder order = task();
        DeskEntry entry = new DeskEntry("AT-1", Account.NONE, List.of(), Set.of());
        PurchaseRow complete =
                DeskSteps.entered(row(order), entry, List.of(), 0, 0, NOW).orElseThrow();
        PurchaseRow read = Buying.read(complete, new ReadBack(Account.NONE, List.of("keys.json"), null), NOW);
        PurchaseRow row = Buying.completed(read, new Comparison(List.of(), read.lines()), NOW);
        while (row.sale().account().isPending()) {
            Instant due = row.progress().deadlines().get(Deadline.VERIFICATION);
            row = Verification.answered(row, row.sale().account().looks(), Account.NONE, due)
                    .orElseThrow();
        }
        rows.save(row);
        return order;
    }

    PurchaseRow row(SampleOrder order) {
        return rows.purchase(order.id(), 1).orElseThrow();
    }

    List<EnteredLicense> entered(SampleOrder order) {
        return keys.readEntered(row(order).vendor().desk().keyObjects());
    }

    /** A link to the task's page. */
    String link(SampleOrder order, int link) {
        String token = order.id() + "-token-" + link;
        rows.save(MailedLink.to(new Target.Task(1, link), order.id(), token, NOW, Duration.ofDays(14)));
        return token;
    }

    APIGatewayV2HTTPResponse calls(String route, SampleOrder order, String body) {
        return calls(route, order, body, NOW);
    }

    APIGatewayV2HTTPResponse calls(String route, SampleOrder order, String body, Instant now) {
        return answer(LambdaEvent.of("desk")
                .with("/routeKey", route)
                .with("/pathParameters/id", order.id().value())
                .with("/requestContext/timeEpoch", now.toEpochMilli())
                .with("/body", body));
    }

    APIGatewayV2HTTPResponse enters(SampleOrder order, String body) {
        return calls("PUT /desk/purchases/{id}/{n}", order, body);
    }

    APIGatewayV2HTTPResponse lists(String route) {
        return answer(LambdaEvent.of("desk-parked").with("/routeKey", route).without("/queryStringParameters/after"));
    }

    APIGatewayV2HTTPResponse opens(String token, String method, String form, Instant now) {
        return answer(LambdaEvent.of("desk-page")
                .with("/routeKey", method + " /t/{token}")
                .with("/requestContext/http/method", method)
                .with("/requestContext/timeEpoch", now.toEpochMilli())
                .with("/pathParameters/token", token)
                .with("/body", form));
    }

    /** Every answer and log line so far. */
    String told() {
        return told.toString();
    }

    APIGatewayV2HTTPResponse answer(LambdaEvent event) {
        InvocationContext context = new InvocationContext();
        APIGatewayV2HTTPResponse answer = function.handleRequest(event.as(APIGatewayV2HTTPEvent.class), context);
        told.append(answer.getBody()).append(answer.getHeaders()).append(context.log());
        return answer;
    }

    static JsonNode json(APIGatewayV2HTTPResponse answer) {
        try {
            return Json.MAPPER.readTree(answer.getBody());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + answer.getBody(), broken);
        }
    }
}
