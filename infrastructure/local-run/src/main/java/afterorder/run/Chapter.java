package afterorder.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is told about one order: a line for each step that was not told yet, with the time since the order came. */
final class Chapter {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final String id;
    private final long began = System.nanoTime();
    private long looked = began;
    private List<String> told = List.of();
    private volatile boolean stirred = true;
    private OrderState latest;

    Chapter(String id) {
        this.id = id;
    }

    /** Of an order of an earlier run: what happened to it then is not told again. */
    Chapter(OrderState earlier) {
        this(earlier.id());
        latest = earlier;
        told = earlier.history();
    }

    /** Something wrote about this order: there may be more to tell. */
    void stir() {
        stirred = true;
    }

    /** Whether something has stirred the order since it was told of, or nothing was looked at for long. */
    boolean isNews() {
        return stirred || !isAtRest() && System.nanoTime() - looked > LONGEST_SILENCE.toNanos();
    }

    /** The order is about to be looked at. */
    void look() {
        stirred = false;
        looked = System.nanoTime();
    }

    /** Tells what is new: not always at the end, as the order and its parts are read one after the other. */
    void tell(OrderState state, PrintStream out) {
        latest = state;
        List<String> untold = new ArrayList<>(state.history());
        told.forEach(untold::remove);
        for (String step : untold) {
            out.printf(Locale.ROOT, "%8.2f s  %s  %s%n", since().toMillis() / 1000.0, id, step);
        }
        told = state.history();
    }

    boolean isAtRest() {
        return latest != null && latest.isAtRest();
    }

    Duration since() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    OrderState latest() {
        return latest;
    }
}
