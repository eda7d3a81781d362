package afterorder.changes;

import afterorder.aws.Problem;
import afterorder.order.Commissioning;
import afterorder.order.Language;
import afterorder.order.Statement;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;

/** Why a change is not made, as HTTP answers it. */
final class Refusals {
    private static final Map<String, String> IN_A_MINUTE = Map.of("retry-after", "60");
    private static final Map<String, String> SOON = Map.of("retry-after", "1");

    private Refusals() {}

    static APIGatewayV2HTTPResponse violations(List<Violation> violations) {
        return Problem.of(
                        422,
                        "Not acceptable as a change",
                        "the change has violations: " + violations.size(),
                        violations)
                .response();
    }

    /** @param sentences one for each line */
    static APIGatewayV2HTTPResponse notSold(List<Statement> statements) {
        return violations(statements.stream()
                .map(statement -> new Violation("/purchaseOn", statement.in(Language.EN)))
                .toList());
    }

    static APIGatewayV2HTTPResponse noPurchase(String number) {
        return Problem.of(404, "Not found", "the order has no purchase " + number)
                .response();
    }

    static APIGatewayV2HTTPResponse noServices(String number) {
        return Problem.of(404, "Not found", "the order has no services " + number)
                .response();
    }

    static APIGatewayV2HTTPResponse noServices() {
        return Problem.of(409, "Nothing to commission", "the order has no services, or all of them were called off")
                .response();
    }

    static APIGatewayV2HTTPResponse commissioned(Commissioning known) {
        return Problem.of(409, "Commissioned already", "the services were commissioned before, in other words")
                .with("commissioning", known)
                .response();
    }

    static APIGatewayV2HTTPResponse servicesCommissioned(ChangeServices.ChangedServices services) {
        return Problem.of(409, "Too late", services.part() + " is commissioned: talk to the reseller")
                .with("services", services)
                .response();
    }

    /** The purchase is a member of the problem, since {@code status} is that of HTTP there (RFC 9457). */
    static APIGatewayV2HTTPResponse tooLate(ChangedPurchase purchase) {
        return Problem.of(
                        409,
                        "Too late",
                        purchase.part() + " is " + purchase.status().code() + " and can no longer be changed")
                .with("purchase", purchase)
                .response();
    }

    static APIGatewayV2HTTPResponse noneLeft(List<ChangedPurchase> purchases) {
        return Problem.of(409, "Too late", "no purchase of the order is left that has not begun")
                .with("purchases", purchases)
                .response();
    }

    static APIGatewayV2HTTPResponse beingSent() {
        return Problem.of(409, "Being sent", "the order's confirmation is being sent: try again in a minute")
                .response(IN_A_MINUTE);
    }

    static APIGatewayV2HTTPResponse sent(OrderRow row) {
        return Problem.of(
                        409,
                        "Too late",
                        "the confirmation " + row.confirmation().number()
                                + " is sent: ask the reseller for a corrected one")
                .response();
    }

    static APIGatewayV2HTTPResponse tooMany() {
        return Problem.of(
                        429,
                        "Too many changes",
                        "the customer is still being told of the latest changes: try again in a minute")
                .response(IN_A_MINUTE);
    }

    static APIGatewayV2HTTPResponse crowded() {
        return Problem.of(503, "Changed meanwhile", "others changed the order at the same time: try again")
                .response(SOON);
    }
}
