package afterorder.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.PurchaseOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the marketplace takes it. */
record MarketplaceOrder(TechnicalContact technicalContact, Buyer customer, List<Item> items) {

    record Buyer(String name, String country) {}

    record Item(
            int line,
            Transaction transaction,
            String product,
            Deployment deployment,
            int users,
            int months,
            int quantity,
            @Nullable String site,
            @Nullable String sen,
            @Nullable String entitlement,
            @Nullable String existingSen) {

        static Item of(int number, LicenseLine line) {
            return new Item(
                    number,
                    line.transaction(),
                    line.product(),
                    line.deployment(),
                    line.users(),
                    line.months(),
                    line.quantity(),
                    line.site(),
                    line.sen(),
                    line.entitlement(),
                    line.existingSen());
        }
    }

    static MarketplaceOrder of(PurchaseOrder order) {
        return new MarketplaceOrder(
                order.technicalContact(),
                new Buyer(order.customerName(), order.customerCountry()),
                order.lines().entrySet().stream()
                        .map(line -> Item.of(line.getKey(), line.getValue()))
                        .toList());
    }
}
