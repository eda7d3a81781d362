package afterorder.order.purchase;

import java.time.LocalDate;

/**
 * When the customer wants a purchase to be made.
 *
 * @param date today or later, in the seller's zone
 * @param isNow whether it is not to wait for the hour at which purchases of a date begin
 */
public record Wish(LocalDate date, boolean isNow) {

    public static Wish on(LocalDate date) {
        return new Wish(date, false);
    }

    /** @param today in the seller's zone */
    public static Wish atOnce(LocalDate today) {
        return new Wish(today, true);
    }
}
