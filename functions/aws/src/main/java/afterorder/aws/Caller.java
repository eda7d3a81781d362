package afterorder.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;

/**
 * Who calls, by the token that the gateway has checked.
 *
 * @param subject the token's {@code sub}
 * @param isDesk whether the caller may see and change everybody's orders
 */
public record Caller(String subject, boolean isDesk) {

    /** @param scopePrefix what the template puts before a scope */
    public static Caller of(APIGatewayV2HTTPEvent request, String scopePrefix) {
        Map<String, String> claims =
                request.getRequestContext().getAuthorizer().getJwt().getClaims();
        List<String> scopes = List.of(claims.getOrDefault("scope", "").split(" "));
        return new Caller(claims.get("sub"), scopes.contains(scopePrefix + "desk"));
    }

    /** A sender sees its own orders, the desk sees all. */
    public boolean maySee(String sender) {
        return isDesk || subject.equals(sender);
    }
}
