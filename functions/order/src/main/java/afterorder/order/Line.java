package afterorder.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Currency;

/** One line of an order, exactly as ordered (S4). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LicenseLine.class, name = "license"),
    @JsonSubTypes.Type(value = ServiceLine.class, name = "service")
})
public sealed interface Line permits LicenseLine, ServiceLine {

    /** How many licenses, or how many units of the service. */
    @JsonIgnore
    BigDecimal count();

    /** Net: one license for the whole term, or one unit of service. */
    BigDecimal unitPrice();

    /** The net amount of the line: the one place where it is rounded. */
    default Money net(Currency currency) {
        return new Money(unitPrice(), currency).times(count());
    }
}
