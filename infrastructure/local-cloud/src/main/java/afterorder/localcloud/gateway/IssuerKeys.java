package afterorder.localcloud.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;

/** The public keys of an issuer, found through its OpenID configuration; fetched again for a key not yet known. */
final class IssuerKeys {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String issuer;
    private final HttpClient http =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private volatile JWKSet known = new JWKSet();

    IssuerKeys(String issuer) {
        this.issuer = issuer;
    }

    Optional<JWK> key(String id) {
        JWK key = known.getKeyByKeyId(id);
        if (key == null) {
            known = fetch();
            key = known.getKeyByKeyId(id);
        }
        return Optional.ofNullable(key);
    }

    private JWKSet fetch() {
        String configuration = get(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
        try {
            return JWKSet.parse(
                    get(JSON.readTree(configuration).path("jwks_uri").asText()));
        } catch (IOException | ParseException malformed) {
            throw new IllegalStateException("the issuer " + issuer + " does not describe its keys", malformed);
        }
    }

    private String get(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) return response.body();
            throw new IllegalStateException(address + " answered " + response.statusCode());
        } catch (IOException failure) {
            throw new IllegalStateException(address + " does not answer", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(address + " was not waited for", stop);
        }
    }
}
