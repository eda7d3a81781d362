package afterorder.order.billing;

import afterorder.order.Line;
import afterorder.order.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Net, VAT and gross: net is the sum of the lines' rounded amounts, VAT is rounded once, on that sum (EN 16931, BR-CO-17). */
public record Totals(Money net, BigDecimal vatPercent, Money vat, Money gross) {

    public static Totals of(Collection<? extends Line> lines, BigDecimal vatPercent, Currency currency) {
        List<Money> amounts = lines.stream().map(line -> line.net(currency)).toList();
        Money net = Money.sum(amounts, currency);
        Money vat = net.times(vatPercent.movePointLeft(2));
        return new Totals(net, vatPercent, vat, net.plus(vat));
    }
}
