package afterorder.localcloud.vendor;

import java.util.Map;

/** What goes back over the wire: a status with JSON, or nothing but a cut connection. */
sealed interface Answer {

    record Json(int status, Object body, Map<String, String> headers) implements Answer {

        Json(int status, Object body) {
            this(status, body, Map.of());
        }
    }

    record Cut() implements Answer {}

    static Answer error(int status, String error) {
        return new Json(status, Map.of("error", error));
    }

    /** An error that passes by itself. */
    static Answer error(int status, String error, long retryAfterSeconds) {
        return new Json(status, Map.of("error", error), Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }
}
