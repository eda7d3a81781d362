package afterorder.acceptance.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of AWS that a function makes for an order: the so-manieth of its kind, whatever others do meanwhile.
 *
 * @param function its logical id, without {@code Function}
 * @param ordinal from 1
 */
record CallPoint(String function, String service, String operation, int ordinal) {
    private static final Pattern FUNCTION = Pattern.compile("afterorder-([A-Za-z]+)Function-.*");

    /** Those of an order, in the order of function, service, operation and time. @param calls as the local cloud logs them */
    static List<CallPoint> of(String orderId, List<JsonNode> calls) {
        Map<CallPoint, Integer> counts = new HashMap<>();
        List<CallPoint> points = new ArrayList<>();
        for (JsonNode call : calls) {
            Matcher function = FUNCTION.matcher(call.path("function").asText());
            if (!call.path("orderId").asText().equals(orderId) || !function.matches()) continue;
            CallPoint kind = new CallPoint(
                    function.group(1),
                    call.get("service").asText(),
                    call.get("operation").asText(),
                    0);
            int ordinal = counts.merge(kind, 1, Integer::sum);
            points.add(new CallPoint(kind.function(), kind.service(), kind.operation(), ordinal));
        }
        points.sort(Comparator.comparing(CallPoint::function)
                .thenComparing(CallPoint::service)
                .thenComparing(CallPoint::operation)
                .thenComparingInt(CallPoint::ordinal));
        return points;
    }

    @Override
    public String toString() {
        return "%s %s.%s %d".formatted(function, service, operation, ordinal);
    }
}
