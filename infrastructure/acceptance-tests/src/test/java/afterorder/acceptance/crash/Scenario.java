package afterorder.acceptance.crash;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A way that an order can go, undisturbed: how it is placed, what is done about it, and how it ends. */
interface Scenario {

    /** As reports name it. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    /** Parameters of the template. */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /** @param today in the shop */
    AnOrder order(LocalDate today);

    /** What is told to the world before the order is placed. */
    default void prepare(Shop shop, AnOrder order) {}

    /** Whether it goes the same way each time, so that the same mails come of it. */
    default boolean goesOneWay() {
        return true;
    }

    /** How many orders can be under way at once without getting into each other's way. */
    default int mostAtOnce() {
        return 16;
    }

    default List<Step> steps() {
        return List.of();
    }

    /** Whether it has come to its end, as it is expected; beside that it may be parked. */
    boolean hasEnded(Sight sight);
}
