package afterorder.order;

import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders for tests of rules. */
public final class TestOrders {
    public static final OrderId ID = OrderId.of("tests", "order");

    private TestOrders() {}

    public static Order orderOf(Line... lines) {
        return orderOf(Arrays.asList(lines));
    }

    public static Order orderOf(List<Line> lines) {
        Address address = new Address("Hauptstraße 1", "65189", "Wiesbaden", "DE");
        Email email = new Email("einkauf@muster.example");
        return new Order(
                Currency.getInstance("EUR"),
                Language.DE,
                false,
                new Customer("C-10042", "Muster GmbH", email, null, null, null, address),
                null,
                null,
                new TechnicalContact("Ada Admin", new Email("ada@muster.example"), true),
                null,
                lines);
    }

    public static LicenseLine license(int quantity, @Nullable LocalDate purchaseOn) {
        return license(quantity, new BigDecimal("42000.00"), purchaseOn);
    }

    public static LicenseLine license(int quantity, BigDecimal unitPrice, @Nullable LocalDate purchaseOn) {
        return new LicenseLine(
                Transaction.NEW,
                "jira",
                Deployment.DATA_CENTER,
                500,
                12,
                quantity,
                unitPrice,
                null,
                null,
                "SEN-1",
                null,
                purchaseOn);
    }

    public static ServiceLine service() {
        return new ServiceLine("consulting", "Workshop", new BigDecimal("2.5"), "day", new BigDecimal("1440.00"));
    }
}
