package afterorder.localcloud.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides as API Gateway's JWT authorizer whether a caller is let in; times are those of the moved clock. */
final class JwtAuthorizer {
    private final JwtAuthorizerDefinition definition;
    private final IssuerKeys keys;
    private final InstantSource clock;

    /** What the authorizer says about a request. */
    sealed interface Decision {
        /** @param claims of the token, as it has them */
        record Allowed(Map<String, Object> claims, List<String> scopes) implements Decision {}

        /** @param challenge for {@code WWW-Authenticate} */
        record Refused(int status, String message, String challenge) implements Decision {}
    }

    JwtAuthorizer(JwtAuthorizerDefinition definition, InstantSource clock) {
        this.definition = definition;
        this.keys = new IssuerKeys(definition.issuer());
        this.clock = clock;
    }

    /** @param wanted the route's scopes: one of them is enough, none asks for none */
    Decision decide(@Nullable String authorization, List<String> wanted) {
        if (authorization == null || authorization.isBlank()) {
            return new Decision.Refused(401, "Unauthorized", "Bearer");
        }
        String token = authorization.replaceFirst("(?i)^Bearer +", "").trim();
        try {
            JWTClaimsSet claims = verified(token);
            checkTimes(claims);
            checkOrigin(claims);
            return decide(claims, wanted);
        } catch (InvalidToken invalid) {
            return new Decision.Refused(
                    401,
                    "Unauthorized",
                    "Bearer scope=\"%s\" error=\"invalid_token\" error_description=\"%s\""
                            .formatted(String.join(" ", wanted), invalid.getMessage()));
        }
    }

    private static Decision decide(JWTClaimsSet claims, List<String> wanted) {
        List<String> granted = scopes(claims);
        List<String> matching = wanted.stream().filter(granted::contains).toList();
        if (wanted.isEmpty() || !matching.isEmpty()) return new Decision.Allowed(claims.getClaims(), matching);
        return new Decision.Refused(
                403,
                "Forbidden",
                "Bearer scope=\"%s\" error=\"insufficient_scope\" error_description=\"the token does not have sufficient scopes\""
                        .formatted(String.join(" ", wanted)));
    }

    private JWTClaimsSet verified(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())) {
                throw new InvalidToken("signing method " + signed.getHeader().getAlgorithm() + " is invalid");
            }
            RSAKey key = key(signed.getHeader().getKeyID());
            if (!signed.verify(new RSASSAVerifier(key))) throw new InvalidToken("the token has an invalid signature");
            return signed.getJWTClaimsSet();
        } catch (ParseException | JOSEException malformed) {
            throw new InvalidToken("the token is malformed");
        }
    }

    private RSAKey key(@Nullable String id) {
        Optional<JWK> key = id == null ? Optional.empty() : keys.key(id);
        if (key.isPresent() && key.get() instanceof RSAKey rsa) return rsa;
        throw new InvalidToken("unable to find a key that matches the token's kid");
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        if (expiry == null || !expiry.toInstant().isAfter(now)) throw new InvalidToken("the token has expired");
        Date start = claims.getNotBeforeTime();
        if (start != null && start.toInstant().isAfter(now)) throw new InvalidToken("the token is not valid yet");
        Date issue = claims.getIssueTime();
        if (issue != null && issue.toInstant().isAfter(now)) throw new InvalidToken("the token is used before issued");
    }

    private void checkOrigin(JWTClaimsSet claims) {
        if (!definition.issuer().equals(claims.getIssuer())) throw new InvalidToken("invalid issuer");
        List<String> audience = claims.getAudience();
        // client_id counts only when there is no aud: Cognito's access tokens have none.
        if (audience.isEmpty() && claims.getClaim("client_id") instanceof String client) audience = List.of(client);
        if (audience.stream().noneMatch(definition.audiences()::contains)) {
            throw new InvalidToken("the token does not have a valid audience");
        }
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        Object scopes = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        if (scopes instanceof Collection<?> several) {
            return several.stream().map(Object::toString).toList();
        }
        return scopes == null ? List.of() : List.of(scopes.toString().split(" "));
    }

    private static final class InvalidToken extends RuntimeException {
        private static final long serialVersionUID = 1;

        InvalidToken(String why) {
            super(why);
        }
    }
}
