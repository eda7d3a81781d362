package afterorder.order.tax;

import afterorder.order.tax.Tax.Category;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;

/** How the desk may have an order taxed whose VAT ID is not confirmed. */
public enum Treatment {
    /** The desk has proof of its own that the customer is a business. */
    REVERSE_CHARGE("reverse-charge"),
    /** As if the customer were seated in Germany. */
    DOMESTIC("domestic");

    private final String code;

    Treatment(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException when there is none of that code */
    public static Treatment of(String code) {
        return Arrays.stream(values())
                .filter(treatment -> treatment.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no treatment: " + code));
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @param standardPercent the rate for Germany */
    public Tax tax(BigDecimal standardPercent) {
        return switch (this) {
            case REVERSE_CHARGE -> new Tax(Category.REVERSE_CHARGE, BigDecimal.ZERO);
            case DOMESTIC -> new Tax(Category.STANDARD, standardPercent);
        };
    }
}
