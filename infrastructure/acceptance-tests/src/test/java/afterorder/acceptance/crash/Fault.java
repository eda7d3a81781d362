package afterorder.acceptance.crash;

import java.util.List;
import java.util.Locale;

/** What goes wrong at one call of one order. */
record Fault(CallPoint point, Kind kind) {

    enum Kind {
        KILL_BEFORE(1),
        KILL_AFTER(1),
        LOSE_ANSWER(1),
        THROTTLE(3);

        private final int times;

        Kind(int times) {
            this.times = times;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Every fault that there can be at these calls: killed before only at the first. */
    static List<Fault> at(List<CallPoint> points) {
        return points.stream()
                .flatMap(point -> java.util.Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.KILL_BEFORE || isFirst(point, points))
                        .map(kind -> new Fault(point, kind)))
                .toList();
    }

    /** Of its function. */
    private static boolean isFirst(CallPoint point, List<CallPoint> points) {
        return points.stream()
                .filter(other -> other.function().equals(point.function()))
                .findFirst()
                .equals(java.util.Optional.of(point));
    }

    /** As the local cloud takes it. */
    String rule(String orderId) {
        return """
                {"function": "-%sFunction-", "service": "%s", "operation": "%s", "orderId": "%s",
                 "after": %d, "times": %d, "do": "%s"}""".formatted(
                        point.function(),
                        point.service(),
                        point.operation(),
                        orderId,
                        point.ordinal() - 1,
                        kind.times,
                        kind.code());
    }

    @Override
    public String toString() {
        return kind.code() + " " + point;
    }
}
