package afterorder.order.settings;

import java.util.List;

/** Settings that nothing can be done with: every mistake, each with its file and line. */
public final class BrokenSettings extends RuntimeException {
    BrokenSettings(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
