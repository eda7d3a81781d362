package afterorder.order.intake;

import java.util.List;

/** What reading a posted body came to. @param <T> what it is to hold */
public sealed interface Reading<T> {
    record Accepted<T>(T value) implements Reading<T> {}

    /** It is JSON, and not what it is to be: every violation at once. */
    record Refused<T>(List<Violation> violations) implements Reading<T> {}

    /** It is no JSON at all. */
    record Unreadable<T>(Violation violation) implements Reading<T> {}
}
