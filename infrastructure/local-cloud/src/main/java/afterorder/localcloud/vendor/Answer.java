package afterorder.localcloud.vendor;

import java.util.Map;

/** What goes back over the wire: a status with JSON, or nothing but a cut connection. */
sealed interface Answer {

    record Json(int status, Object body) implements Answer {}

    record Cut() implements Answer {}

    static Answer error(int status, String error) {
        return new Json(status, Map.of("error", error));
    }
}
