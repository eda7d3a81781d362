package afterorder.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Optional<List<String>> OPEN = Optional.empty();

    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private Functions functions = (function, event) -> answers("{\"statusCode\":200}");
    private Server server;
    private MovableClock clock;
    private TokenIssuer issuer;
    private int port;

    @BeforeEach
    void starts() throws Exception {
        server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(32_768);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        port = connector.getLocalPort();
        clock = new MovableClock(folder.resolve("clock.json"));
        String address = "http://localhost:" + port + "/_local";
        issuer = new TokenIssuer(keys.resolve("issuer.json"), address, "afterorder", clock);
        HttpApiDefinition definition = new HttpApiDefinition(
                "api",
                "000000000000",
                List.of(
                        new Route("POST", "/orders", "orders", Optional.of(List.of("orders.write", "desk"))),
                        new Route("GET", "/orders/{id}", "orders", Optional.of(List.of())),
                        new Route("GET", "/orders/new", "form", OPEN),
                        new Route("ANY", "/open", "open", OPEN),
                        new Route("GET", "/files/{path+}", "files", OPEN)),
                Optional.of(
                        new JwtAuthorizerDefinition(address, List.of("afterorder"), "$request.header.Authorization")));
        server.setHandler(
                new Handler.Sequence(issuer, new HttpApi(definition, this::invoke, clock, Duration.ofMillis(300))));
        server.start();
    }

    @AfterEach
    void ends() throws Exception {
        server.stop();
        clock.close();
    }

    @Test
    void gives_the_function_an_event_of_payload_format_2() throws Exception {
        Instant now = clock.instant();
        HttpRequest request = request("/orders/7K%203M?status=open&status=done&q=a%20b+c")
                .header("Authorization", "Bearer " + token("?scope=orders.read%20desk&sub=shop"))
                .header("X-Multi", "one")
                .header("X-Multi", "two")
                .header("Cookie", "a=1; b=2")
                .build();
        assertThat(send(request).statusCode()).isEqualTo(200);
        JsonNode event = events.getFirst();
        assertThat(event.path("version").textValue()).isEqualTo("2.0");
        assertThat(event.path("routeKey").textValue()).isEqualTo("GET /orders/{id}");
        assertThat(event.path("rawPath").textValue()).isEqualTo("/orders/7K 3M");
        assertThat(event.path("rawQueryString").textValue()).isEqualTo("status=open&status=done&q=a%20b+c");
        assertThat(event.path("queryStringParameters")).isEqualTo(json("{'status':'open,done','q':'a b c'}"));
        assertThat(event.path("pathParameters")).isEqualTo(json("{'id':'7K 3M'}"));
        assertThat(event.path("cookies")).isEqualTo(json("['a=1','b=2']"));
        assertThat(event.path("headers").path("x-multi").textValue()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.has("body")).isFalse();
        JsonNode context = event.path("requestContext");
        assertThat(context.path("http").path("method").textValue()).isEqualTo("GET");
        assertThat(context.path("stage").textValue()).isEqualTo("$default");
        assertThat(context.path("timeEpoch").longValue()).isGreaterThanOrEqualTo(now.toEpochMilli());
        JsonNode claims = context.path("authorizer").path("jwt").path("claims");
        assertThat(claims.path("sub").textValue()).isEqualTo("shop");
        assertThat(claims.path("scope").textValue()).isEqualTo("orders.read desk");
        assertThat(claims.path("aud").textValue()).isEqualTo("afterorder");
        assertThat(claims.path("exp").textValue()).matches("[0-9]+");
    }

    @Test
    void gives_text_as_text_and_everything_else_as_base64() throws Exception {
        send(request("/open")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"ä\":1}"))
                .build());
        send(request("/open")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=1"))
                .build());
        assertThat(events.get(0).path("body").textValue()).isEqualTo("{\"ä\":1}");
        assertThat(events.get(0).path("isBase64Encoded").booleanValue()).isFalse();
        assertThat(events.get(1).path("body").textValue()).isEqualTo("YT0x");
        assertThat(events.get(1).path("isBase64Encoded").booleanValue()).isTrue();
    }

    @Test
    void the_time_of_a_request_is_the_moved_one() throws Exception {
        clock.moveTo(Instant.parse("2099-12-24T10:00:00Z"));
        get("/open");
        assertThat(events.getFirst().path("requestContext").path("time").textValue())
                .startsWith("24/Dec/2099:10:0");
    }

    @Test
    void answers_as_the_function_says() throws Exception {
        functions = (function, event) -> answers(
                "{'statusCode':201,'headers':{'Location':'/orders/1'},'cookies':['a=1','b=2'],'body':'AAE=','isBase64Encoded':true}");
        HttpResponse<String> response = get("/open");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("location")).contains("/orders/1");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).isEqualTo("\u0000\u0001");
    }

    @Test
    void takes_an_answer_without_status_code_as_the_body() throws Exception {
        functions = (function, event) -> answers("{'hello':'world'}");
        HttpResponse<String> response = get("/open");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"hello\":\"world\"}");
    }

    @Test
    void a_function_that_fails_or_answers_nonsense_is_an_internal_server_error() throws Exception {
        functions = (function, event) ->
                CompletableFuture.completedFuture(new Functions.Answer(new byte[0], Optional.of("Unhandled")));
        assertThat(get("/open")).satisfies(response -> isMessage(response, 500, "Internal Server Error"));
        functions = (function, event) -> answers("{'statusCode':'many','body':{}}");
        assertThat(get("/open")).satisfies(response -> isMessage(response, 500, "Internal Server Error"));
    }

    @Test
    void a_function_that_takes_too_long_is_not_waited_for() throws Exception {
        functions = (function, event) -> new CompletableFuture<>();
        isMessage(get("/open"), 503, "Service Unavailable");
    }

    @Test
    void knows_its_routes_and_no_others() throws Exception {
        isMessage(get("/unknown"), 404, "Not Found");
        isMessage(get("/open/"), 404, "Not Found");
        assertThat(get("/files/a/b.txt").statusCode()).isEqualTo(200);
        assertThat(events.getLast().path("pathParameters")).isEqualTo(json("{'path':'a/b.txt'}"));
        assertThat(send(request("/files/a")
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/orders/new").statusCode()).isEqualTo(200);
        assertThat(events.getLast().path("routeKey").textValue()).isEqualTo("GET /orders/new");
    }

    @Test
    void refuses_what_is_too_large_and_invokes_nothing() throws Exception {
        HttpRequest overTenMegabytes = request("/open")
                .POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]))
                .build();
        isMessage(send(overTenMegabytes), 413, "Request Entity Too Large");
        assertThat(events).isEmpty();
        functions = (function, event) -> {
            throw new AwsError(413, "RequestTooLargeException", "6 MB");
        };
        isMessage(get("/open"), 413, "Request Entity Too Large");
        HttpRequest manyHeaders =
                request("/open").header("X-Long", "x".repeat(10_240)).build();
        assertThat(send(manyHeaders).statusCode()).isEqualTo(431);
    }

    @Test
    void lets_in_who_has_one_of_the_scopes() throws Exception {
        assertThat(postOrder(token("?scope=orders.write")).statusCode()).isEqualTo(200);
        assertThat(postOrder(token("?scope=other%20desk")).statusCode()).isEqualTo(200);
        HttpResponse<String> response = postOrder(token("?scope=orders.read"));
        isMessage(response, 403, "Forbidden");
        assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
                .contains("insufficient_scope");
    }

    @Test
    void refuses_tokens_that_are_missing_expired_or_for_others() throws Exception {
        HttpResponse<String> missing =
                send(request("/orders").POST(BodyPublishers.noBody()).build());
        isMessage(missing, 401, "Unauthorized");
        assertThat(missing.headers().firstValue("www-authenticate")).contains("Bearer");
        isUnauthorized(postOrder("nonsense"), "malformed");
        isUnauthorized(postOrder(token("?scope=desk&expires=-10")), "expired");
        String address = "http://localhost:" + port + "/_local";
        TokenIssuer otherAudience = new TokenIssuer(keys.resolve("issuer.json"), address, "other", clock);
        isUnauthorized(postOrder(desk(otherAudience)), "audience");
        TokenIssuer otherIssuer =
                new TokenIssuer(keys.resolve("issuer.json"), "http://localhost/x", "afterorder", clock);
        isUnauthorized(postOrder(desk(otherIssuer)), "issuer");
        TokenIssuer otherKey = new TokenIssuer(keys.resolve("other.json"), address, "afterorder", clock);
        isUnauthorized(postOrder(desk(otherKey)), "find a key");
        assertThat(events).isEmpty();
    }

    @Test
    void refuses_tokens_without_a_signature_or_with_one_of_another_kind() throws Exception {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder(SignedJWT.parse(token("?scope=desk")).getJWTClaimsSet()).build();
        isUnauthorized(postOrder(new PlainJWT(claims).serialize()), "malformed");
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        isUnauthorized(postOrder(symmetric.serialize()), "HS256");
        String valid = token("?scope=desk");
        JWTClaimsSet more = new JWTClaimsSet.Builder(claims)
                .subject("somebody else")
                .expirationTime(new Date(Long.MAX_VALUE / 2))
                .build();
        String[] parts = valid.split("\\.");
        isUnauthorized(postOrder(parts[0] + "." + more.toPayload().toBase64URL() + "." + parts[2]), "signature");
    }

    @Test
    void a_token_expires_by_the_moved_clock() throws Exception {
        String token = token("?scope=desk");
        assertThat(postOrder(token).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        isUnauthorized(postOrder(token), "expired");
        assertThat(postOrder(token("?scope=desk")).statusCode()).isEqualTo(200);
    }

    @Test
    void does_not_ask_issuers_elsewhere() {
        assertThatThrownBy(() -> new JwtAuthorizerDefinition(
                        "https://cognito-idp.eu-central-1.amazonaws.com/x",
                        List.of("a"),
                        "$request.header.Authorization"))
                .hasMessageContaining("not on this machine");
    }

    private CompletableFuture<Functions.Answer> invoke(String function, byte[] event) {
        try {
            events.add(JSON.readTree(event));
        } catch (IOException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        return functions.invoke(function, event);
    }

    private static CompletableFuture<Functions.Answer> answers(String json) {
        byte[] payload = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return CompletableFuture.completedFuture(new Functions.Answer(payload, Optional.empty()));
    }

    private static String desk(TokenIssuer issuer) {
        return issuer.token("you", Optional.of("desk"), Duration.ofHours(1));
    }

    private HttpResponse<String> postOrder(String token) throws Exception {
        return send(request("/orders")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private String token(String query) throws Exception {
        return get("/_local/token" + query).body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void isUnauthorized(HttpResponse<String> response, String why) {
        isMessage(response, 401, "Unauthorized");
        assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
                .contains("error=\"invalid_token\"", why);
    }

    private static void isMessage(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
