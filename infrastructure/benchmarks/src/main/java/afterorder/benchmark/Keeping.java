package afterorder.benchmark;

import java.util.List;

/** What storing costs that an order left behind, over all the time that it is kept (README, "What is kept, and how long"). */
final class Keeping {
    private static final double MONTHS_OF_ROWS = 9 * 12;

    private Keeping() {}

    static void add(List<Stores.Kept> objects, List<Stores.Kept> rows, Usage usage) {
        for (Stores.Kept row : rows) {
            usage.add(Price.ROW_MONTH, MONTHS_OF_ROWS * row.bytes() / Usage.GIGABYTE);
            usage.add(Price.ROW_BACKUP_MONTH, MONTHS_OF_ROWS * row.bytes() / Usage.GIGABYTE);
        }
        for (Stores.Kept object : objects) {
            double months = months(object.name());
            usage.add(Price.OBJECT_MONTH, months * object.bytes() / Usage.GIGABYTE);
            if (!object.name().startsWith("Documents/")) continue;
            usage.add(Price.TRANSFER_GIGABYTE, object.bytes() / Usage.GIGABYTE);
        }
    }

    private static double months(String name) {
        if (name.startsWith("Documents/confirmations/")) return 7 * 12;
        if (name.startsWith("Documents/orders/")) return 14 * 12;
        if (name.startsWith("Documents/")) return 9 * 12;
        return 15; // license keys: a term of a year, and 90 days
    }
}
