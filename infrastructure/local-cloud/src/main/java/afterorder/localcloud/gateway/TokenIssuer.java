package afterorder.localcloud.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Stands for the issuer of the callers' tokens (Cognito, or the company's own): {@code GET /_local/token?scope=...} gives
 * one to whoever asks. Its key is kept with the data, so tokens hold over a restart.
 */
public final class TokenIssuer extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String DEFAULT_CALLER = "you";

    private final String issuer;
    private final String audience;
    private final InstantSource clock;
    private final RSAKey key;

    /**
     * @param file where the key pair is, or is put
     * @param issuer the address of {@code /_local}, without a slash at the end
     * @param audience of its tokens
     * @param clock whose time the tokens have
     */
    public TokenIssuer(Path file, String issuer, String audience, InstantSource clock) throws IOException {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.key = Files.exists(file) ? read(file) : create(file);
    }

    /** A signed token. {@code lifetime} may be negative, for one that has expired. */
    public String token(String caller, Optional<String> scope, Duration lifetime) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant issued = lifetime.isNegative() ? now.plus(lifetime).minus(LIFETIME) : now;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(caller)
                .audience(audience)
                .claim("client_id", caller)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        scope.ifPresent(scopes -> claims.claim("scope", scopes));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("a token could not be signed", failure);
        }
        return token.serialize();
    }

    /** Serves its three addresses, and leaves others to the next handler. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        switch (request.getMethod() + " " + request.getHttpURI().getPath()) {
            case "GET /_local/token" -> sendToken(request, response, callback);
            case "GET /_local/.well-known/openid-configuration" ->
                send(response, callback, "application/json", configuration());
            case "GET /_local/jwks.json" ->
                send(response, callback, "application/json", new JWKSet(key.toPublicJWK()).toString());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sendToken(Request request, Response response, Callback callback) {
        Fields query = Request.extractQueryParameters(request);
        String caller = Optional.ofNullable(query.getValue("sub")).orElse(DEFAULT_CALLER);
        String expires = Optional.ofNullable(query.getValue("expires")).orElse(Long.toString(LIFETIME.toSeconds()));
        if (!expires.matches("-?[0-9]{1,9}")) {
            response.setStatus(400);
            send(response, callback, "text/plain", "expires is a number of seconds, negative for an expired token");
            return;
        }
        Duration lifetime = Duration.ofSeconds(Long.parseLong(expires));
        send(response, callback, "text/plain", token(caller, Optional.ofNullable(query.getValue("scope")), lifetime));
    }

    private String configuration() {
        return JSON.createObjectNode()
                .put("issuer", issuer)
                .put("jwks_uri", issuer + "/jwks.json")
                .toString();
    }

    private static void send(Response response, Callback callback, String type, String body) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static RSAKey read(Path file) throws IOException {
        try {
            return RSAKey.parse(Files.readString(file));
        } catch (ParseException malformed) {
            throw new IOException(file + " is no RSA key; delete it, and a new one is made", malformed);
        }
    }

    private static RSAKey create(Path file) throws IOException {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, key.toJSONString());
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (JOSEException failure) {
            throw new IllegalStateException("no key pair could be made", failure);
        }
    }
}
