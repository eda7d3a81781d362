package afterorder.localcloud.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The event in which an HTTP API gives a request to a function: payload format 2.0.
 *
 * @param path decoded, as API Gateway has it in {@code rawPath}
 * @param caller empty on open routes
 */
record HttpApiEvent(
        HttpApiDefinition api,
        Route route,
        Request request,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> queryParameters,
        Optional<JwtAuthorizer.Decision.Allowed> caller,
        byte[] body,
        String requestId,
        Instant now) {

    private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    byte[] json() {
        ObjectNode event = NODES.objectNode()
                .put("version", "2.0")
                .put("routeKey", route.key())
                .put("rawPath", path)
                .put("rawQueryString", rawQuery(request));
        addCookies(event);
        addHeaders(event.putObject("headers"));
        addParameters(event, "queryStringParameters", queryParameters);
        addContext(event.putObject("requestContext"));
        addParameters(event, "pathParameters", pathParameters);
        addBody(event);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void addCookies(ObjectNode event) {
        for (String header : request.getHeaders().getValuesList(HttpHeader.COOKIE)) {
            for (String cookie : header.split("; *")) event.withArray("cookies").add(cookie);
        }
    }

    private void addHeaders(ObjectNode headers) {
        for (HttpField field : request.getHeaders()) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            if (!name.equals("cookie"))
                add(headers, name, Optional.ofNullable(field.getValue()).orElse(""));
        }
        if (!headers.has("content-length")) headers.put("content-length", Integer.toString(body.length));
        headers.put("x-forwarded-for", Request.getRemoteAddr(request));
        headers.put("x-forwarded-port", Integer.toString(Request.getServerPort(request)));
        headers.put("x-forwarded-proto", request.getHttpURI().getScheme());
    }

    private static void addParameters(ObjectNode event, String name, Map<String, String> parameters) {
        if (parameters.isEmpty()) return;
        ObjectNode object = event.putObject(name);
        parameters.forEach(object::put);
    }

    private static void add(ObjectNode headers, String name, String value) {
        headers.put(name, headers.has(name) ? headers.path(name).textValue() + "," + value : value);
    }

    /** @throws IllegalArgumentException when a value is wrongly encoded */
    static Map<String, String> query(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery(request).split("&")) {
            if (pair.isEmpty()) continue;
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? decoded(parts[1]) : "";
            parameters.merge(decoded(parts[0]), value, (first, next) -> first + "," + next);
        }
        return parameters;
    }

    private static String rawQuery(Request request) {
        return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void addContext(ObjectNode context) {
        String host = Request.getServerName(request);
        context.put("accountId", api.accountId()).put("apiId", api.apiId());
        caller.ifPresent(token -> addCaller(context.putObject("authorizer").putObject("jwt"), token));
        context.put("domainName", host).put("domainPrefix", host.split("\\.")[0]);
        context.putObject("http")
                .put("method", request.getMethod())
                .put("path", path)
                .put("protocol", request.getConnectionMetaData().getProtocol())
                .put("sourceIp", Request.getRemoteAddr(request))
                .put(
                        "userAgent",
                        Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                                .orElse(""));
        context.put("requestId", requestId)
                .put("routeKey", route.key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void addCaller(ObjectNode jwt, JwtAuthorizer.Decision.Allowed token) {
        ObjectNode claims = jwt.putObject("claims");
        token.claims().forEach((name, value) -> claims.put(name, claim(value)));
        if (token.scopes().isEmpty()) {
            jwt.putNull("scopes");
        } else {
            ArrayNode scopes = jwt.putArray("scopes");
            token.scopes().forEach(scopes::add);
        }
    }

    /** API Gateway makes strings of all claims: times in seconds, lists as {@code [a b]}. */
    private static String claim(Object value) {
        if (value instanceof Date time) return Long.toString(time.getTime() / 1000);
        if (value instanceof Collection<?> several) {
            // A list of one audience was a plain string in the token, which the parser has wrapped.
            if (several.size() == 1) return several.iterator().next().toString();
            return several.stream().map(Object::toString).collect(Collectors.joining(" ", "[", "]"));
        }
        return String.valueOf(value);
    }

    private void addBody(ObjectNode event) {
        boolean text = isText();
        if (body.length > 0) {
            if (text) {
                event.put("body", new String(body, StandardCharsets.UTF_8));
            } else {
                event.put("body", body);
            }
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    private boolean isText() {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("")
                .split(";")[0]
                .trim()
                .toLowerCase(Locale.ROOT);
        boolean encoded = request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
        return !encoded
                && (type.startsWith("text/")
                        || type.matches("application/(json|xml|javascript)")
                        || type.endsWith("+json")
                        || type.endsWith("+xml"));
    }
}
