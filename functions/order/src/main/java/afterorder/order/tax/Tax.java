package afterorder.order.tax;

import afterorder.order.Customer;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The VAT of an order or invoice. There is one for all of its lines: licenses and services for a business are supplied where
 * that business is seated (Par. 3a(2) UStG), whatever addressing is wished.
 *
 * @param percent for example 19; zero where no VAT is charged
 */
public record Tax(Category category, BigDecimal percent) {

    /** Why VAT is charged, or not. */
    public enum Category {
        /** In Germany: VAT at the standard rate. */
        STANDARD("S", "standard", null),
        /** In another state of the EU: the customer owes the tax there (Par. 13b UStG, Art. 196 of the VAT Directive). */
        REVERSE_CHARGE("AE", "reverse-charge", "VATEX-EU-AE"),
        /** In a third country: nothing that Germany taxes. */
        NOT_TAXABLE("O", "not-taxable", "VATEX-EU-O");

        private final String code;
        private final String key;
        private final @Nullable String exemption;

        Category(String code, String key, @Nullable String exemption) {
            this.code = code;
            this.key = key;
            this.exemption = exemption;
        }

        /** As EN 16931 has it (UNTDID 5305). */
        public String code() {
            return code;
        }

        /** By which it is found in texts. */
        public String key() {
            return key;
        }

        /** The code of the reason (VATEX) why no VAT is charged; none where it is. */
        public @Nullable String exemption() {
            return exemption;
        }
    }

    /**
     * Decides by the country of the customer's own address.
     *
     * <p>A VAT ID is of that country's: {@code OrderReader} refuses others. To be registered for VAT elsewhere is no seat
     * there, so a Swiss customer with a German VAT ID is a Swiss one.
     *
     * @param standardPercent the rate for Germany
     * @throws IllegalArgumentException for a customer in another state of the EU without a VAT ID, whom intake refuses
     */
    public static Tax of(Customer customer, BigDecimal standardPercent) {
        Optional<MemberState> state = MemberState.of(customer.address().country());
        if (state.isEmpty()) return new Tax(Category.NOT_TAXABLE, BigDecimal.ZERO);
        if (state.get() == MemberState.DE) return new Tax(Category.STANDARD, standardPercent);
        if (customer.vatId() != null) return new Tax(Category.REVERSE_CHARGE, BigDecimal.ZERO);
        throw new IllegalArgumentException(
                "customer %s in the EU has no VAT ID, so no tax can be told".formatted(customer.number()));
    }

    /** Whether it depends on a valid VAT ID how that customer is taxed. */
    public static boolean dependsOnVatId(Customer customer) {
        return MemberState.of(customer.address().country())
                .filter(state -> state != MemberState.DE)
                .isPresent();
    }

    @JsonIgnore
    public boolean isCharged() {
        return category == Category.STANDARD;
    }
}
