package afterorder.order.settings;

import java.util.List;

/**
 * How a product is sold in one deployment.
 *
 * @param months the terms, ascending
 */
public record Offer(Users users, List<Integer> months) {

    /** For how many users it is sold; its text names them, to be read after "must be". */
    public sealed interface Users {
        boolean include(int users);
    }

    /** One of these tiers, ascending. */
    public record Tiers(List<Integer> tiers) implements Users {
        @Override
        public boolean include(int users) {
            return tiers.contains(users);
        }

        @Override
        public String toString() {
            return "one of " + tiers;
        }
    }

    /** Any number within these bounds, both included. */
    public record Range(int from, int to) implements Users {
        @Override
        public boolean include(int users) {
            return from <= users && users <= to;
        }

        @Override
        public String toString() {
            return "from " + from + " to " + to;
        }
    }
}
