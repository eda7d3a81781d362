package afterorder.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SequencedMap;

/** Prints what 1,000 orders cost, by what it is for, for each size of order. */
final class CostTable {
    private static final int ORDERS = 1_000;

    private CostTable() {}

    /** @param bySize by the number of lines */
    static void print(SequencedMap<Integer, Usage> bySize, PrintStream out) {
        out.print("dollars for 1,000 orders of lines:" + " ".repeat(32));
        bySize.keySet().forEach(lines -> out.printf(Locale.ROOT, "%,12d", lines));
        out.println();
        for (Price price : Price.values()) {
            out.printf("  %-64s", price.what());
            bySize.values().forEach(usage -> out.printf(Locale.ROOT, "%,12.4f", ORDERS * usage.dollars(price)));
            out.println();
        }
        out.printf("  %-64s", "in all");
        bySize.values().forEach(usage -> out.printf(Locale.ROOT, "%,12.4f", ORDERS * usage.dollars()));
        out.println();
    }
}
