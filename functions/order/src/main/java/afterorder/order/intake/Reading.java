package afterorder.order.intake;

import afterorder.order.Order;
import java.util.List;

/** What reading a posted body came to. */
public sealed interface Reading {
    record Accepted(Order order) implements Reading {}

    /** It is JSON, and not an order of ours: every violation at once. */
    record Refused(List<Violation> violations) implements Reading {}

    /** It is no JSON at all. */
    record Unreadable(Violation violation) implements Reading {}
}
