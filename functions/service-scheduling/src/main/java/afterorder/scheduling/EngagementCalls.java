package afterorder.scheduling;

import afterorder.aws.Answers;
import afterorder.aws.RefusedCall;
import afterorder.aws.RequestBody;
import afterorder.order.OrderId;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementView;
import afterorder.order.service.Side;
import afterorder.scheduling.Engagements.Found;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /desk/engagements/{id}/{n}} and what is below it: what a team does about one engagement. */
final class EngagementCalls {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final String ENGAGEMENT = "/desk/engagements/{id}/{n}";

    private final Engagements engagements;

    EngagementCalls(Engagements engagements) {
        this.engagements = engagements;
    }

    APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent request, Instant now) {
        Found found = found(request);
        return shown(found.row(), found, now);
    }

    APIGatewayV2HTTPResponse retry(APIGatewayV2HTTPEvent request, Instant now) {
        Found found = found(request);
        if (!Steps.mayRetry(found.row())) throw Refused.notParked(view(found.row(), found, now));
        return decided(found, Steps.retry(), now);
    }

    /** Empty when the route is none of these. */
    Optional<APIGatewayV2HTTPResponse> change(APIGatewayV2HTTPEvent request, Instant now) {
        return wish(request).map(wish -> decided(found(request), wish, now));
    }

    private static Optional<Wish> wish(APIGatewayV2HTTPEvent request) {
        return Optional.ofNullable(
                switch (request.getRouteKey()) {
                    case "PUT " + ENGAGEMENT + "/owner" -> RequestBody.read(request, TeamWishes::owner);
                    case "POST " + ENGAGEMENT + "/contacts" -> RequestBody.read(request, TeamWishes::contact);
                    case "POST " + ENGAGEMENT + "/proposals" -> RequestBody.read(request, TeamWishes::proposal);
                    case "POST " + ENGAGEMENT + "/proposals/{p}/acceptance" ->
                        RequestBody.read(request, TeamWishes.acceptance(Side.TEAM, number(request, "p")));
                    case "POST " + ENGAGEMENT + "/proposals/{p}/refusal" ->
                        RequestBody.read(request, TeamWishes.refusal(Side.TEAM, number(request, "p")));
                    case "DELETE " + ENGAGEMENT + "/appointments/{a}" ->
                        RequestBody.read(request, TeamWishes.appointmentOff(number(request, "a")));
                    case "PUT " + ENGAGEMENT + "/details" -> RequestBody.read(request, TeamWishes::details);
                    case "POST " + ENGAGEMENT + "/performance" -> RequestBody.read(request, TeamWishes::work);
                    case "DELETE " + ENGAGEMENT + "/performance/{e}" -> Steps.withdrawWork(number(request, "e"));
                    case "POST " + ENGAGEMENT + "/closing" -> Steps.close();
                    case "DELETE " + ENGAGEMENT -> RequestBody.read(request, TeamWishes::off);
                    default -> null;
                });
    }

    private APIGatewayV2HTTPResponse decided(Found found, Wish wish, Instant now) {
        return switch (engagements.decide(found, wish, now)) {
            case Change.Changed changed -> shown(changed.row(), found, now);
            case Change.Unchanged unchanged -> shown(unchanged.row(), found, now);
            case Change.Refused refused -> throw Refused.because(refused.reasons(), view(refused.row(), found, now));
        };
    }

    /** @throws RefusedCall when there is none, or its order's confirmation is not out */
    private Found found(APIGatewayV2HTTPEvent request) {
        String id = request.getPathParameters().get("id");
        if (!OrderId.isValid(id)) throw Refused.noOrder(id);
        String number = request.getPathParameters().get("n");
        if (!NUMBER.matcher(number).matches()) throw Refused.noEngagement(number);
        return engagements
                .find(new OrderId(id), Integer.parseInt(number))
                .orElseThrow(() -> Refused.noEngagement(number));
    }

    private static int number(APIGatewayV2HTTPEvent request, String name) {
        String number = request.getPathParameters().get(name);
        if (!NUMBER.matcher(number).matches()) throw Refused.noNumber(number);
        return Integer.parseInt(number);
    }

    private static APIGatewayV2HTTPResponse shown(EngagementRow row, Found found, Instant now) {
        return Answers.json(200, view(row, found, now), Map.of());
    }

    private static EngagementView view(EngagementRow row, Found found, Instant now) {
        return EngagementView.of(row, found.team(), now);
    }
}
