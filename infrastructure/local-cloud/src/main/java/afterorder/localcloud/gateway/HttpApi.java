package afterorder.localcloud.gateway;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP API of API Gateway in front of functions. What the gateway itself refuses has AWS's words and limits; every
 * request is answered here, if only by 404.
 */
public final class HttpApi extends Handler.Abstract {
    /** How long API Gateway waits for a function, real time. */
    public static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final int HEADER_LIMIT = 10_240;

    private final HttpApiDefinition api;
    private final Functions functions;
    private final MovableClock clock;
    private final Duration integrationTimeout;
    private final List<Route> routes;
    private final Optional<JwtAuthorizer> authorizer;

    /** @param integrationTimeout {@link #INTEGRATION_TIMEOUT}, or the template's shorter one */
    public HttpApi(HttpApiDefinition api, Functions functions, MovableClock clock, Duration integrationTimeout) {
        this.api = api;
        this.functions = functions;
        this.clock = clock;
        this.integrationTimeout = integrationTimeout;
        this.routes = api.routes().stream()
                .sorted(Comparator.comparing(Route::precedence))
                .toList();
        this.authorizer = api.authorizer().map(definition -> new JwtAuthorizer(definition, clock));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        CompletableFuture<GatewayResponse> answered;
        try {
            answered = answer(request, requestId);
        } catch (IOException | RuntimeException failure) {
            answered = CompletableFuture.failedFuture(failure);
        }
        answered.whenComplete((answer, failure) -> {
            if (failure != null) LOG.error("{} {}", request.getMethod(), request.getHttpURI(), failure);
            GatewayResponse sent = failure == null ? answer : GatewayResponse.message(500, "Internal Server Error");
            // Who still sends would lose the answer with the connection.
            Runnable send = () -> sent.send(requestId, response, callback);
            Content.Source.consumeAll(request, Callback.from(send, unread -> send.run()));
        });
        return true;
    }

    private CompletableFuture<GatewayResponse> answer(Request request, String requestId) throws IOException {
        if (headerSize(request) > HEADER_LIMIT) return now(431, "Request Header Fields Too Large");
        List<String> segments;
        Map<String, String> query;
        try {
            segments = Route.segments(request.getHttpURI().getPath()).stream()
                    .map(HttpApi::decoded)
                    .toList();
            query = HttpApiEvent.query(request);
        } catch (IllegalArgumentException malformed) {
            return now(400, "Bad Request");
        }
        Optional<Matched> matched = match(request.getMethod(), segments, query);
        return matched.isEmpty() ? now(404, "Not Found") : authorized(request, requestId, matched.get());
    }

    private CompletableFuture<GatewayResponse> authorized(Request request, String requestId, Matched matched)
            throws IOException {
        Optional<JwtAuthorizer.Decision> decision = matched.route.scopes().map(scopes -> authorizer
                .orElseThrow()
                .decide(request.getHeaders().get(HttpHeader.AUTHORIZATION), scopes));
        if (decision.isPresent() && decision.get() instanceof JwtAuthorizer.Decision.Refused refused) {
            return CompletableFuture.completedFuture(GatewayResponse.refused(refused));
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) return now(413, "Request Entity Too Large");
        HttpApiEvent event = new HttpApiEvent(
                api,
                matched.route,
                request,
                matched.path,
                matched.parameters,
                matched.query,
                decision.map(JwtAuthorizer.Decision.Allowed.class::cast),
                body.get(),
                requestId,
                clock.instant());
        return invoke(matched.route.function(), event.json());
    }

    private CompletableFuture<GatewayResponse> invoke(String function, byte[] event) {
        try {
            return functions
                    .invoke(function, event)
                    .copy()
                    .orTimeout(integrationTimeout.toMillis(), TimeUnit.MILLISECONDS)
                    .handle(HttpApi::response);
        } catch (AwsError refused) {
            return switch (refused.code()) {
                case "RequestTooLargeException" -> now(413, "Request Entity Too Large");
                case "TooManyRequestsException" -> now(503, "Service Unavailable");
                default -> now(500, "Internal Server Error");
            };
        }
    }

    private static GatewayResponse response(Functions.Answer answer, Throwable failure) {
        if (failure instanceof TimeoutException) return GatewayResponse.message(503, "Service Unavailable");
        Optional<GatewayResponse> response = failure != null || answer.error().isPresent()
                ? Optional.empty()
                : GatewayResponse.read(answer.payload());
        return response.orElseGet(() -> GatewayResponse.message(500, "Internal Server Error"));
    }

    private Optional<Matched> match(String method, List<String> segments, Map<String, String> query) {
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(method, segments);
            if (parameters.isPresent()) {
                return Optional.of(new Matched(route, "/" + String.join("/", segments), parameters.get(), query));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int headerSize(Request request) {
        int size = request.getMethod().length()
                + request.getHttpURI().getPathQuery().length();
        for (HttpField field : request.getHeaders()) {
            size += field.getName().length();
            if (field.getValue() != null) size += field.getValue().length();
        }
        return size;
    }

    private static Optional<byte[]> body(Request request) throws IOException {
        if (request.getLength() > BODY_LIMIT) return Optional.empty();
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(BODY_LIMIT + 1);
            return body.length > BODY_LIMIT ? Optional.empty() : Optional.of(body);
        }
    }

    private static CompletableFuture<GatewayResponse> now(int status, String message) {
        return CompletableFuture.completedFuture(GatewayResponse.message(status, message));
    }

    private record Matched(Route route, String path, Map<String, String> parameters, Map<String, String> query) {}
}
