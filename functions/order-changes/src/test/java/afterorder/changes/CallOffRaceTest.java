package afterorder.changes;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.DueRows;
import afterorder.aws.Environment;
import afterorder.aws.LicenseOrders;
import afterorder.aws.PurchaseStarter;
import afterorder.aws.Rows;
import afterorder.order.Json;
import afterorder.order.OrderId;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The customer calls off, or moves, what due-work begins in the same moment: one wins, and both see the same. */
@ExtendWith(LocalServicesExtension.class)
class CallOffRaceTest {
    private static final int ROUNDS = 40;

    private final LocalServices services;
    private final OrderChanges changes;
    private final Rows rows;
    private final DueRows due;
    private final PurchaseStarter starter;

    CallOffRaceTest(LocalServices services) {
        this.services = services;
        Deployed deployed = services.function("OrderChangesFunction");
        changes = new OrderChanges(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                Settings.bundled());
        Deployed dueWork = services.function("DueWorkFunction");
        Clients clients = new Clients(dueWork.endpoint(), dueWork.region(), dueWork.credentials());
        rows = new Rows(clients.dynamoDb(), dueWork.variable("TABLE"));
        due = new DueRows(clients.dynamoDb(), dueWork.variable("TABLE"));
        starter = new PurchaseStarter(
                rows, new LicenseOrders(clients.stepFunctions(), dueWork.variable("STATE_MACHINE")));
    }

    /** Each side must win at times, or there was no race. */
    @Test
    @Tag("S35")
    void either_calls_a_purchase_off_or_begins_it() throws Exception {
        int calledOff = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            PlacedOrder placed = dispatched();
            APIGatewayV2HTTPResponse answer =
                    race(placed.id(), LambdaEvent.of("order-changes-call-off"), round % 2 == 0);
            PurchaseRow row = placed.purchase(1);
            boolean won = answer.getStatusCode() == 200;
            assertThat(row.status()).isEqualTo(won ? PurchaseRow.Status.CANCELLED : PurchaseRow.Status.PURCHASING);
            assertThat(services.executions(placed.id().value())).hasSize(won ? 0 : 1);
            assertThat(row.progress().attempt()).isEqualTo(won ? 0 : 1);
            assertThat(row.progress().outbox().notices()).hasSize(won ? 1 : 0);
            if (won) calledOff++;
            else assertTooLate(answer);
        }
        assertThat(calledOff).isBetween(1, ROUNDS - 1);
    }

    @Test
    @Tag("S35")
    void either_moves_a_purchase_or_begins_it() throws Exception {
        int moved = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            PlacedOrder placed = dispatched();
            APIGatewayV2HTTPResponse answer = race(placed.id(), LambdaEvent.of("order-changes"), round % 2 == 0);
            PurchaseRow row = placed.purchase(1);
            boolean won = answer.getStatusCode() == 200;
            assertThat(row.status()).isEqualTo(won ? PurchaseRow.Status.SCHEDULED : PurchaseRow.Status.PURCHASING);
            assertThat(row.purchaseOn()).hasToString(won ? "2026-12-20" : "2026-11-23");
            assertThat(services.executions(placed.id().value())).hasSize(won ? 0 : 1);
            if (won) moved++;
            else assertTooLate(answer);
        }
        assertThat(moved).isBetween(1, ROUNDS - 1);
    }

    @Test
    @Tag("S36")
    void begins_a_purchase_for_the_contact_that_the_customer_was_told() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            PlacedOrder placed = dispatched();
            APIGatewayV2HTTPResponse answer =
                    race(placed.id(), LambdaEvent.of("order-changes-contact"), round % 2 == 0);
            boolean won = answer.getStatusCode() == 200;
            assertThat(answer.getStatusCode()).isIn(200, 409);
            assertThat(placed.purchase(1).technicalContact().email())
                    .hasToString(won ? "grace@muster.example" : "ada@muster.example");
            assertThat(placed.row().progress().outbox().notices()).hasSize(won ? 1 : 0);
        }
    }

    private PlacedOrder dispatched() {
        PlacedOrder placed = PlacedOrder.of("licenses", services);
        placed.dispatched();
        return placed;
    }

    /**
     * Lets both go at once.
     *
     * @param looksFirst as due-work looks for what is overdue, which gives the customer a start
     */
    private APIGatewayV2HTTPResponse race(OrderId id, LambdaEvent change, boolean looksFirst) throws Exception {
        APIGatewayV2HTTPEvent event =
                change.with("/pathParameters/id", id.value()).as(APIGatewayV2HTTPEvent.class);
        event.getPathParameters().put("n", "1");
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<APIGatewayV2HTTPResponse> answer = both.submit((Callable<APIGatewayV2HTTPResponse>) () -> {
                start.await();
                return changes.handleRequest(event, new InvocationContext());
            });
            Future<?> begun = both.submit((Callable<Void>) () -> {
                start.await();
                if (looksFirst) due.overdue(SampleOrder.PLACED).findFirst();
                PurchaseRow late = rows.purchase(id, 1).orElseThrow();
                starter.startIfDue(late, SampleOrder.PLACED);
                return null;
            });
            begun.get();
            return answer.get();
        }
    }

    private static void assertTooLate(APIGatewayV2HTTPResponse answer) throws Exception {
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(Json.MAPPER
                        .readTree(answer.getBody())
                        .path("purchase")
                        .path("status")
                        .asText())
                .isEqualTo("purchasing");
    }
}
