package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Who may post and see orders. */
@InOpenShop
class AccessTest {

    @Test
    void nobody_posts_without_a_valid_token(Shop shop) throws Exception {
        Api api = shop.api();
        assertThat(post(api, "").statusCode()).isEqualTo(401);
        assertThat(post(api, "Bearer x.y.z").statusCode()).isEqualTo(401);
        assertThat(post(api, "Bearer " + foreignToken(api)).statusCode()).isEqualTo(401);
        assertThat(post(api, "Bearer " + api.token("orders.write", "&expires=-60"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(api, "Bearer " + api.token("orders.write", "&expires=-60"))
                        .body())
                .isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void nobody_posts_without_the_scope(Shop shop) {
        HttpResponse<String> answer = post(shop.api(), "Bearer " + shop.api().token("orders.read"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    }

    @Test
    void a_sender_sees_its_own_orders_and_the_desk_sees_all(Shop shop) {
        String path = "/orders/" + shop.places(anOrder().withService());
        Api api = shop.api();
        assertThat(api.get(path, api.token("orders.read")).statusCode()).isEqualTo(200);
        assertThat(api.get(path, api.token("orders.read", "&sub=somebody-else")).statusCode())
                .isEqualTo(404);
        assertThat(api.get(path, api.token("desk", "&sub=somebody-else")).statusCode())
                .isEqualTo(200);
        assertThat(api.get("/orders/0000000000000", api.token("desk")).statusCode())
                .isEqualTo(404);
        assertThat(api.get("/orders/not-a-number", api.token("desk")).statusCode())
                .isEqualTo(404);
        assertThat(api.get(path, api.token("orders.write")).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> post(Api api, String authorization) {
        var request = api.order(anOrder().withService().json()).header("idempotency-key", "key");
        return api.send(authorization.isEmpty() ? request : request.header("authorization", authorization));
    }

    private static String foreignToken(Api api) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(api.address() + "/_local")
                .audience("afterorder")
                .subject("you")
                .claim("scope", "orders.write")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        var key = new RSAKeyGenerator(2048).keyID("foreign").generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("foreign").build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
