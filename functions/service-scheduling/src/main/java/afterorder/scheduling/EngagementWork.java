package afterorder.scheduling;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Problem;
import afterorder.aws.RefusedCall;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.aws.TeamRows;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code /desk/engagements...}, {@code /desk/service-levels} and {@code /e/{token}}: what teams and customers agree on. It
 * only writes rows; due-work drives on.
 */
public final class EngagementWork implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final EngagementCalls calls;
    private final ListCalls lists;
    private final ServiceLevelCalls levels;
    private final LinkedPage page;
    private final Snapshot snapshot;

    public EngagementWork() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    EngagementWork(Environment environment, Clients clients, Settings settings) {
        DynamoDbClient dynamoDb = clients.dynamoDb();
        String table = environment.get("TABLE");
        Rows rows = new Rows(dynamoDb, table);
        TeamRows teamRows = new TeamRows(dynamoDb, table);
        Orders orders = new Orders(dynamoDb, table, new ObjectStore(clients.s3(), environment.get("DOCUMENTS_BUCKET")));
        Engagements engagements = new Engagements(rows, orders, settings.teams());
        EngagementList list = new EngagementList(teamRows, engagements, settings.teams());
        this.calls = new EngagementCalls(engagements);
        this.lists = new ListCalls(list, new ListPage(settings), settings.teams());
        this.levels = new ServiceLevelCalls(teamRows, rows, settings.teams());
        this.page = new LinkedPage(rows, engagements, settings);
        this.snapshot = Snapshot.primedBy(page::prime);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        Instant now = Answers.receivedAt(request);
        return RefusedCall.answered(() -> answer(request, now));
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        return switch (request.getRouteKey()) {
            case "GET /desk/engagements" -> lists.answer(request, now);
            case "GET /desk/service-levels" -> levels.answer(request, now);
            case "GET /desk/engagements/{id}/{n}" -> calls.show(request, now);
            case "POST /desk/engagements/{id}/{n}/retry" -> calls.retry(request, now);
            case "GET /e/{token}", "HEAD /e/{token}" -> page.show(request, now);
            case "POST /e/{token}" -> page.act(request, now);
            default ->
                calls.change(request, now)
                        .orElseGet(() -> Problem.noRoute(request.getRouteKey()).response());
        };
    }
}
