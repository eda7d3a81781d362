package afterorder.order.settings;

import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the vendor no longer sells.
 *
 * @param products their keys; none: all of that deployment
 * @param from the first date of purchase at which it is not sold
 * @param reason in each language, without a full stop
 */
public record SaleEnd(
        Deployment deployment,
        Set<String> products,
        Set<Transaction> transactions,
        Audience to,
        LocalDate from,
        Map<Language, String> reason) {

    /** Whom the vendor refuses. */
    public enum Audience {
        EVERYBODY,
        /** Who buys a new license of Data Center and names none of the customer's. */
        NEW_CUSTOMERS;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean includes(LicenseLine line) {
            return this == EVERYBODY || (line.transaction() == Transaction.NEW && line.existingSen() == null);
        }
    }

    boolean concerns(LicenseLine line, LocalDate purchaseOn) {
        return deployment == line.deployment()
                && (products.isEmpty() || products.contains(line.product()))
                && transactions.contains(line.transaction())
                && to.includes(line)
                && !purchaseOn.isBefore(from);
    }

    /** Whether both say something about the same sale. */
    boolean overlaps(SaleEnd other) {
        boolean sameProducts =
                products.isEmpty() || other.products.isEmpty() || !Collections.disjoint(products, other.products);
        return deployment == other.deployment
                && to == other.to
                && sameProducts
                && !Collections.disjoint(transactions, other.transactions);
    }

    /** Whether the other, for everybody and no later, leaves nothing for this one to say. */
    boolean isIdleBeside(SaleEnd other) {
        boolean everyProduct =
                other.products.isEmpty() || (!products.isEmpty() && other.products.containsAll(products));
        return deployment == other.deployment
                && to == Audience.NEW_CUSTOMERS
                && other.to == Audience.EVERYBODY
                && everyProduct
                && other.transactions.containsAll(transactions)
                && !other.from.isAfter(from);
    }

    NoLongerSold noLongerSold() {
        return new NoLongerSold(from, reason);
    }
}
