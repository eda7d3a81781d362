package afterorder.benchmark;

import java.util.EnumMap;
import java.util.Map;

/** How much of each priced thing an order took. */
final class Usage {
    static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private final Map<Price, Double> quantities = new EnumMap<>(Price.class);

    synchronized void add(Price price, double quantity) {
        quantities.merge(price, quantity, Double::sum);
    }

    synchronized double dollars(Price price) {
        return price.of(quantities.getOrDefault(price, 0.0));
    }

    synchronized double dollars() {
        return quantities.keySet().stream().mapToDouble(this::dollars).sum();
    }
}
