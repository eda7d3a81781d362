package afterorder.localcloud.gateway;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A JWT authorizer as the template describes it.
 *
 * @param issuer what {@code iss} must be, and where the keys are found; on this machine
 * @param audiences one of them must be the token's
 * @param identitySource {@code $request.header.Authorization}
 */
public record JwtAuthorizerDefinition(String issuer, List<String> audiences, String identitySource) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public JwtAuthorizerDefinition {
        audiences = List.copyOf(audiences);
        if (!identitySource.equals("$request.header.Authorization")) {
            throw new IllegalArgumentException(
                    "the identity source " + identitySource + " is not supported, only $request.header.Authorization");
        }
        String host = URI.create(issuer).getHost();
        if (host == null || !THIS_MACHINE.contains(host)) {
            throw new IllegalArgumentException("the issuer " + issuer
                    + " is not on this machine, and nothing leaves it: use the issuer of the local cloud");
        }
    }
}
