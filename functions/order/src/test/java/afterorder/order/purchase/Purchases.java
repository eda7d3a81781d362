package afterorder.order.purchase;

import static afterorder.order.TestOrders.ID;

import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Purchases at every stage, for tests of their rules. */
final class Purchases {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Seller SELLER = Settings.bundled().seller();
    static final Tax TAX = new Tax(Category.STANDARD, BigDecimal.valueOf(19));

    private Purchases() {}

    static PurchaseRow scheduled(Order order, LocalDate date) {
        Plan plan = Plan.of(order, TODAY).getFirst().movedTo(date);
        return stored(PurchaseRow.scheduled(ID, plan, order.technicalContact(), SELLER, NOW));
    }

    static PurchaseRow asking(Order order) {
        return Buying.asking(scheduled(order, TODAY).begun(NOW), NOW);
    }

    /** Everything that was sold is read, and compared. */
    static PurchaseRow completed(PurchaseRow asking, Order order, Account account, List<Entitlement> sold) {
        PurchaseRow read = Buying.read(asking, new ReadBack(account, List.of("keys.json"), null), NOW);
        return Buying.completed(
                read, Comparison.of(asking.lines(), asking.lines().of(order), sold), NOW);
    }

    static PurchaseRow purchased(Order order, Account account) {
        return completed(asking(order), order, account, soldAsOrdered(order));
    }

    static List<Entitlement> soldAsOrdered(Order order) {
        List<Entitlement> sold = new ArrayList<>();
        order.licenses().forEach((number, line) -> {
            for (int each = 0; each < line.quantity(); each++) sold.add(entitlement(number, line, "key"));
        });
        return sold;
    }

    static Entitlement entitlement(int number, LicenseLine line, String key) {
        LocalDate end = TODAY.plusMonths(line.months()).minusDays(1);
        return switch (line.deployment()) {
            case DATA_CENTER ->
                new Entitlement(
                        number, line.product(), line.deployment(), line.users(), "SEN-1", key, null, null, TODAY, end);
            case CLOUD ->
                new Entitlement(
                        number,
                        line.product(),
                        line.deployment(),
                        line.users(),
                        null,
                        null,
                        "E-1",
                        "muster.atlassian.net",
                        TODAY,
                        end);
        };
    }

    static PurchaseRow stored(PurchaseRow row) {
        return row.withVersion(row.version() + 1);
    }
}
