package afterorder.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is told about one order: a line for each step that was not told yet, with the time since the order came. */
final class Chapter {
    private final String id;
    private final long began = System.nanoTime();
    private int told;
    private volatile boolean stirred = true;
    private OrderState latest;

    Chapter(String id) {
        this.id = id;
    }

    /** Something wrote about this order: there may be more to tell. */
    void stir() {
        stirred = true;
    }

    /** Tells what is new; false when the order rests, and nothing has stirred it. */
    boolean tell(OrdersApi api, PrintStream out) {
        if (!stirred && latest != null && latest.isAtRest()) return false;
        stirred = false;
        latest = new OrderState(api.get(id));
        List<String> history = latest.history();
        for (String step : history.subList(told, history.size())) {
            out.printf(Locale.ROOT, "%8.2f s  %s  %s%n", since().toMillis() / 1000.0, id, step);
        }
        told = history.size();
        return true;
    }

    Duration since() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    OrderState latest() {
        return latest;
    }
}
