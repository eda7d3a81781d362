package afterorder.order.billing;

import afterorder.order.Line;
import afterorder.order.Money;
import afterorder.order.tax.Tax;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Net, VAT and gross: net is the sum of the lines' rounded amounts, VAT is rounded once, on that sum (EN 16931, BR-CO-17). */
public record Totals(Money net, Tax tax, Money vat, Money gross) {

    public static Totals of(Collection<? extends Line> lines, Tax tax, Currency currency) {
        List<Money> amounts = lines.stream().map(line -> line.net(currency)).toList();
        Money net = Money.sum(amounts, currency);
        Money vat = net.times(tax.percent().movePointLeft(2));
        return new Totals(net, tax, vat, net.plus(vat));
    }
}
