package afterorder.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * An amount to the cent in a currency; in JSON {@code {"amount":"49980.00","currency":"EUR"}}. Whatever is multiplied is
 * rounded once, half up.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {
    private static final int CENTS = 2;

    /** @throws ArithmeticException when the amount has a fraction of a cent */
    @JsonCreator
    public Money {
        amount = amount.setScale(CENTS, RoundingMode.UNNECESSARY);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public static Money sum(Collection<Money> amounts, Currency currency) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** Rounded half up to the cent. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor).setScale(CENTS, RoundingMode.HALF_UP), currency);
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
