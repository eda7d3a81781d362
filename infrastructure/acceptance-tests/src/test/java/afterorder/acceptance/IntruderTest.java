package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import afterorder.localcloud.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What somebody tries who wants to get where he does not belong; {@code infrastructure/security.md} names each try. */
@InOpenShop
class IntruderTest {
    private static final String UNKNOWN_ORDER = "0000000000000";
    private static final String REASON = "{\"reason\": \"because\"}";

    @Test
    void a_token_that_proves_nothing_or_is_signed_with_the_public_key_opens_no_route(Shop shop) throws Exception {
        String path = "/orders/" + shop.places(anOrder().withService());
        for (String token : List.of(unsigned(shop.api()), signedWithThePublicKey(shop.api()))) {
            HttpResponse<String> answer = shop.api().get(path, token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
        }
    }

    @Test
    void no_route_of_the_desk_opens_to_who_may_only_order(Shop shop) {
        String id = shop.places(anOrder().withDataCenter().withService());
        String token = shop.api().token("orders.write orders.read");
        List<Template.Route> deskOnly = guarded(shop)
                .filter(route -> route.scopes().equals(Set.of("desk")))
                .toList();
        assertThat(deskOnly).hasSizeGreaterThan(25);
        assertThat(deskOnly)
                .allSatisfy(route ->
                        assertThat(call(shop, route, id, token).statusCode()).isEqualTo(403));
    }

    @Test
    void no_route_shows_or_changes_somebody_else_s_order(Shop shop) {
        String id = shop.places(anOrder().withDataCenter().withService());
        JsonNode before = shop.awaitConfirmed(id).get("customer");
        String token = shop.api().token("orders.write orders.read", "&sub=somebody-else");
        List<Template.Route> ofOrders = guarded(shop)
                .filter(route -> route.path().startsWith("/orders/{id}"))
                .toList();
        assertThat(ofOrders).hasSizeGreaterThan(6);
        // What is wrong with a body may be told before: it says nothing of the order.
        assertThat(ofOrders)
                .allSatisfy(route ->
                        assertThat(call(shop, route, id, token).statusCode()).isIn(404, 422));
        assertThat(ofOrders).allSatisfy(route -> assertThat(
                        call(shop, route, id, token).body())
                .isEqualTo(call(shop, route, UNKNOWN_ORDER, token).body().replace(UNKNOWN_ORDER, id)));
        assertThat(shop.order(id).get("customer")).isEqualTo(before);
    }

    @Test
    void a_guessed_link_leads_nowhere_and_tells_nothing(Shop shop) {
        shop.completes(anOrder().withDataCenter());
        byte[] guess = new byte[32];
        new SecureRandom().nextBytes(guess);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(guess);
        for (String page : List.of("/d/", "/t/", "/e/")) {
            HttpResponse<String> answer = shop.api().get(page + token);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(shop.api().get(page + "a").body());
        }
    }

    @Test
    void every_answer_of_a_function_forbids_that_it_is_kept_sniffed_or_told_of(Shop shop) {
        String id = shop.places(anOrder().withDataCenter().withService());
        String token = shop.api().token("orders.write orders.read desk");
        assertThat(shop.cloud().template().routes()).allSatisfy(route -> {
            HttpResponse<String> answer = call(shop, route, id, token);
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
            String type = answer.headers().firstValue("content-type").orElse("");
            if (!type.startsWith("text/html")) return;
            assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("x-robots-tag")).hasValue("noindex");
            assertThat(answer.headers().firstValue("content-security-policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                            .doesNotContain("script-src"));
        });
    }

    @Test
    void json_of_any_depth_and_what_is_packed_are_no_order(Shop shop) throws IOException {
        Api api = shop.api();
        String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);
        assertThat(api.post(deep, UUID.randomUUID().toString()).statusCode()).isEqualTo(400);
        byte[] packed = packed(" ".repeat(50_000_000));
        HttpResponse<String> answer = api.send(api.order("")
                .header("idempotency-key", UUID.randomUUID().toString())
                .header("authorization", "Bearer " + api.token("orders.write"))
                .header("content-encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed)));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void words_that_mean_something_elsewhere_are_only_words(Shop shop) {
        String name =
                "<script>alert(1)</script> ${jndi:ldap://x} %0d%0aBcc: #version = :next; ' OR 1=1 -- =cmd|'/c'!A1 &lt;";
        AnOrder order = anOrder().withDataCenter().with(root -> ((ObjectNode) root.get("customer")).put("name", name));
        JsonNode done = shop.completes(order);
        assertThat(done.at("/customer/name").textValue()).isEqualTo(name);
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.html()).doesNotContain("<script>");
            assertThat(mail.header("Bcc")).isEmpty();
        });
    }

    private static Stream<Template.Route> guarded(Shop shop) {
        return shop.cloud().template().routes().stream()
                .filter(route -> route.authorizer().isPresent());
    }

    private static HttpResponse<String> call(Shop shop, Template.Route route, String id, String token) {
        String path = route.path().replace("{id}", id).replace("{n}", "1").replaceAll("\\{\\w+}", "1");
        String body = route.method().equals("GET") || route.method().equals("HEAD") ? "" : REASON;
        return shop.api().call(route.method(), path, body, token);
    }

    private static String unsigned(Api api) {
        return new PlainJWT(claims(api)).serialize();
    }

    /** Algorithm confusion: who verifies with "the key", whatever the algorithm, takes the public one for a shared secret. */
    private static String signedWithThePublicKey(Api api) throws Exception {
        RSAKey key = JWKSet.parse(api.get("/_local/jwks.json").body())
                .getKeys()
                .getFirst()
                .toRSAKey();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims(api));
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static JWTClaimsSet claims(Api api) {
        return new JWTClaimsSet.Builder()
                .issuer(api.address() + "/_local")
                .audience("afterorder")
                .subject("you")
                .claim("scope", "orders.read desk")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
