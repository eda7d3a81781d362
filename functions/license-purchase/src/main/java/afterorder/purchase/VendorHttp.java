package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.order.Json;
import afterorder.order.purchase.VendorUnavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls of one HTTP interface of a vendor's. Its failures' messages name who failed at what and hold no bodies, which may hold
 * keys.
 */
final class VendorHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY_CALLS = 429;

    /** A token that the reseller has mended is read anew by then; asking sooner helps nobody. */
    private static final Duration MENDED_WITHIN = Duration.ofMinutes(5);

    /** A vendor may tell more than we asked for. */
    private static final ObjectReader TOLERANT =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String who;
    private final URI address;
    private final Supplier<Map<String, String>> headers;
    private final Duration patience;

    /**
     * @param who as messages name it: {@code the marketplace}
     * @param headers what proves us; asked for at each call
     * @param patience how long an answer is awaited
     */
    VendorHttp(String who, URI address, Supplier<Map<String, String>> headers, Duration patience) {
        this.who = who;
        this.address = address;
        this.headers = headers;
        this.patience = patience;
    }

    /** An answer, not understood yet. @param about what was asked for */
    record Reply(String about, int status, Optional<Duration> retryAfter, byte[] body) {
        @Override
        public String toString() {
            return "Reply[about=%s, status=%d]".formatted(about, status);
        }
    }

    /**
     * @param about what the path asks for, as messages name it
     * @throws VendorUnavailable when there is no answer
     */
    Reply get(String path, String about) {
        return send(request(path).GET().build(), about);
    }

    /** As {@link #get}. */
    Reply put(String path, Object body, String about) {
        return send(request(path).PUT(BodyPublishers.ofByteArray(json(body))).build(), about);
    }

    /** @throws VendorUnavailable when the body is none of that type */
    <T> T read(Reply reply, Class<T> type) {
        try {
            return requireNonNull(TOLERANT.forType(type).<T>readValue(reply.body()));
        } catch (IOException | NullPointerException broken) {
            // Without the cause, whose message may quote a key.
            throw unreadable(reply);
        }
    }

    VendorUnavailable unreadable(Reply reply) {
        return new VendorUnavailable("%s's answer for %s cannot be read".formatted(who, reply.about()));
    }

    /** What an answer means that says nothing about what was asked: busy, broken, or that we are not let in. */
    VendorUnavailable unavailable(Reply reply) {
        String message = "%s answered %d for %s".formatted(who, reply.status(), reply.about());
        int status = reply.status();
        boolean passesByItself = status >= 500 || status == TOO_MANY_CALLS || status == TIMEOUT;
        return new VendorUnavailable(
                message,
                passesByItself
                        ? reply.retryAfter()
                        : Optional.of(reply.retryAfter().orElse(MENDED_WITHIN)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .header("content-type", "application/json");
        headers.get().forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest request, String about) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(about, response.statusCode(), retryAfter(response), response.body());
        } catch (IOException silence) {
            throw new VendorUnavailable(who + " gave no answer for " + about, silence);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new VendorUnavailable("interrupted while %s was asked for %s".formatted(who, about), stop);
        }
    }

    /** In seconds; a date, which HTTP allows too, is no part of these interfaces and says nothing. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static byte[] json(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the request cannot be written as JSON", impossible);
        }
    }
}
