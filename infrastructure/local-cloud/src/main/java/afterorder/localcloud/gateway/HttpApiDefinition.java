package afterorder.localcloud.gateway;

import java.util.List;
import java.util.Optional;

/**
 * An HTTP API as the template describes it, with its stage {@code $default}.
 *
 * @param authorizer who lets in the callers of routes that ask for a token
 */
public record HttpApiDefinition(
        String apiId, String accountId, List<Route> routes, Optional<JwtAuthorizerDefinition> authorizer) {

    public HttpApiDefinition {
        routes = List.copyOf(routes);
        boolean needed = routes.stream().anyMatch(route -> route.scopes().isPresent());
        if (needed && authorizer.isEmpty()) {
            throw new IllegalArgumentException("a route of " + apiId + " asks for a token, but there is no authorizer");
        }
    }
}
