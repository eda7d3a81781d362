package afterorder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.Commissioning;
import afterorder.order.Json;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Side;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.services.Deployed;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A table of its own with orders whose services teams deliver, and the function under the template's rights. */
final class TeamOffice {
    /** A Monday morning in Germany, when the consulting team works already. */
    static final Instant NOW = SampleOrder.PLACED;

    static final String CLARA = "clara.berg@reseller.example";
    static final String JONAS = "jonas.keller@reseller.example";

    private static final Settings SETTINGS = Settings.bundled();

    private final EngagementWork function;
    final Deployed deployed;
    final Rows rows;
    final Orders orders;

    TeamOffice(LocalServices services) {
        String table = services.newTable();
        deployed = services.function("EngagementWorkFunction").on(table);
        function = new EngagementWork(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()),
                SETTINGS);
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        rows = new Rows(clients.dynamoDb(), table);
        orders = new Orders(
                clients.dynamoDb(), table, new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET")));
    }

    /** An order of events/orders/project.json, from New York: engagement 1 is consulting's, 2 development's. */
    SampleOrder commissioned() {
        SampleOrder order = placed();
        Seller seller = SETTINGS.seller();
        Commissioning commissioning = new Commissioning("Petra Project", seller.dateAt(NOW), "PO-2026-0042", NOW);
        plan(order, Optional.of(commissioning));
        return order;
    }

    /** As above; nothing is commissioned. */
    SampleOrder waiting() {
        SampleOrder order = placed();
        plan(order, Optional.empty());
        return order;
    }

    private SampleOrder placed() {
        SampleOrder order = SampleOrder.of("project");
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        return order;
    }

    private void plan(SampleOrder order, Optional<Commissioning> commissioning) {
        for (EngagementPlan plan : order.row().engagements()) {
            Team team = SETTINGS.teams().team(plan.team());
            rows.save(EngagementRow.planned(order.id(), plan, commissioning, team, NOW));
        }
    }

    /** Clara owns it, and has called the customer. */
    SampleOrder contacted() {
        SampleOrder order = commissioned();
        ok(calls("POST /contacts", order, "{\"member\":\"%s\",\"channel\":\"phone\"}".formatted(CLARA)));
        return order;
    }

    /** The team has proposed these slots, {@code from/to} in December 2026. */
    SampleOrder proposed(String... slots) {
        SampleOrder order = contacted();
        ok(calls("POST /proposals", order, proposal(slots)));
        return order;
    }

    /** @param slots like {@code 07T09:00/10:30} in December 2026, in Germany */
    static String proposal(String... slots) {
        StringBuilder json = new StringBuilder();
        for (String slot : slots) {
            String day = slot.substring(0, slot.indexOf('T'));
            String from = slot.substring(slot.indexOf('T') + 1, slot.indexOf('/'));
            String to = slot.substring(slot.indexOf('/') + 1);
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"from\":\"2026-12-%s\",\"to\":\"2026-12-%s\",\"place\":\"Frankfurt\"}"
                            .formatted(time(day, from), time(day, to)));
        }
        return "{\"slots\":[" + json + "]}";
    }

    private static String time(String day, String clock) {
        return "%sT%s:00+01:00".formatted(day, clock);
    }

    EngagementRow row(SampleOrder order) {
        return rows.engagement(RowKey.service(order.id(), 1)).orElseThrow();
    }

    /** A link to one side's page of engagement 1. */
    String link(SampleOrder order, Side side) {
        String token = UUID.randomUUID().toString();
        rows.save(MailedLink.to(new Target.Engagement(1, side), order.id(), token, NOW, Duration.ofDays(400)));
        return token;
    }

    /** @param call about engagement 1: {@code POST /contacts} */
    APIGatewayV2HTTPResponse calls(String call, SampleOrder order, String body) {
        return calls(call, order, body, NOW);
    }

    APIGatewayV2HTTPResponse calls(String call, SampleOrder order, String body, Instant now) {
        return calls(call, order.id().value(), "1", body, now);
    }

    APIGatewayV2HTTPResponse calls(String call, String id, String engagement, String body, Instant now) {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        String route = path.replaceAll("/proposals/\\d+", "/proposals/{p}")
                .replaceAll("/appointments/\\d+", "/appointments/{a}")
                .replaceAll("/performance/\\d+", "/performance/{e}");
        String number = path.replaceAll("\\D", "");
        return answer(LambdaEvent.of("engagement-work")
                .with("/routeKey", method + " /desk/engagements/{id}/{n}" + route)
                .with("/pathParameters/id", id)
                .with("/pathParameters/n", engagement)
                .with("/pathParameters/p", number)
                .with("/pathParameters/a", number)
                .with("/pathParameters/e", number)
                .with("/requestContext/timeEpoch", now.toEpochMilli())
                .with("/body", body));
    }

    APIGatewayV2HTTPResponse opens(String token, String method, String form, Instant now) {
        return answer(LambdaEvent.of("engagement-page")
                .with("/routeKey", method + " /e/{token}")
                .with("/requestContext/http/method", method)
                .with("/requestContext/timeEpoch", now.toEpochMilli())
                .with("/pathParameters/token", token)
                .with("/body", form));
    }

    APIGatewayV2HTTPResponse answer(LambdaEvent event) {
        return function.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }

    /** What a page's form sends. @param namesAndValues one after the other */
    static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[index])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[index + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    static JsonNode ok(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return json(answer);
    }

    static JsonNode json(APIGatewayV2HTTPResponse answer) {
        try {
            return Json.MAPPER.readTree(answer.getBody());
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + answer.getBody(), broken);
        }
    }
}
