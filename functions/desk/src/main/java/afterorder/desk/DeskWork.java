package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.CustomerRows;
import afterorder.aws.EntitlementStore;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RefusedCall;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.aws.WaitingRows;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code /desk/...} and {@code /t/{token}}. It only writes rows, and keys into their bucket; due-work drives on. */
public final class DeskWork implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ParkedList parkedList;
    private final TaskList taskList;
    private final TaskCalls taskCalls;
    private final TaskPage taskPage;
    private final PurchaseDecisions purchases;
    private final OrderDecisions orderDecisions;
    private final ConfirmationCorrections corrections;
    private final LinkDecisions links;
    private final CustomerExports exports;
    private final VatIdDecisions vatIds;
    private final InvoiceCorrections invoices;
    private final Snapshot snapshot;

    public DeskWork() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    DeskWork(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        S3Client s3 = clients.s3();
        String table = environment.get("TABLE");
        Rows rows = new Rows(dynamoDb, table);
        WaitingRows waiting = new WaitingRows(dynamoDb, table);
        Orders orders = new Orders(dynamoDb, table, new ObjectStore(s3, environment.get("DOCUMENTS_BUCKET")));
        EntitlementStore keys = new EntitlementStore(new ObjectStore(s3, environment.get("KEYS_BUCKET")));
        DeskOrders deskOrders = new DeskOrders(orders, rows);
        Entering entering = new Entering(rows, orders, keys);
        PageWriter pages = new PageWriter(settings);
        this.parkedList = new ParkedList(waiting, rows, orders);
        this.taskList = new TaskList(waiting, rows, orders);
        this.taskCalls = new TaskCalls(deskOrders, rows, orders, entering);
        this.taskPage = new TaskPage(rows, orders, entering, pages);
        this.purchases = new PurchaseDecisions(deskOrders, rows);
        this.orderDecisions = new OrderDecisions(deskOrders, rows);
        this.corrections = new ConfirmationCorrections(deskOrders, rows);
        this.links = new LinkDecisions(deskOrders, rows);
        this.exports = new CustomerExports(rows, new CustomerRows(dynamoDb, table));
        this.invoices = new InvoiceCorrections(deskOrders, rows);
        this.vatIds = new VatIdDecisions(deskOrders, rows);
        this.snapshot = Snapshot.primedBy(pages::prime);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        Instant now = Answers.receivedAt(request);
        return RefusedCall.answered(() -> answer(request, now));
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (request.getRouteKey()) {
            case "GET /desk/parked" -> parkedList.answer(request);
            case "POST /desk/orders/{id}/confirmation/retry" -> orderDecisions.retryConfirmation(request, now);
            case "POST /desk/orders/{id}/confirmation/correction" -> corrections.correct(request, now);
            case "PUT /desk/orders/{id}/mail-address" -> orderDecisions.correctAddress(request, now);
            case "POST /desk/orders/{id}/links/revocation" -> links.revoke(request, now);
            case "POST /desk/orders/{id}/links" -> links.mail(request, now);
            case "POST /desk/orders/{id}/vat-id" -> vatIds.decide(request, now);
            case "POST /desk/orders/{id}/purchases/{n}/retry" -> purchases.retry(request, now);
            case "POST /desk/orders/{id}/purchases/{n}/acceptance" -> purchases.accept(request, now);
            case "DELETE /desk/orders/{id}/purchases/{n}" -> purchases.callOff(request, now);
            case "GET /desk/purchases" -> taskList.answer(request, now);
            case "PUT /desk/purchases/{id}/{n}" -> taskCalls.enter(request, now);
            case "POST /desk/purchases/{id}/{n}/link" -> taskCalls.renewLink(request, now);
            case "POST /desk/invoices/{number}/cancellation" -> invoices.cancel(request, now);
            case "POST /desk/invoices/{number}/replacement" -> invoices.replace(request, now);
            case "POST /desk/orders/{id}/corrections/{name}/retry" -> invoices.retry(request, now);
            case "POST /desk/customers/{number}/export" -> exports.want(request, now);
            case "GET /t/{token}", "HEAD /t/{token}" -> taskPage.show(request, now);
            case "POST /t/{token}" -> taskPage.enter(request, now);
            default -> Problem.noRoute(request.getRouteKey()).response();
        };
    }
}
