package afterorder.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Licenses of one kind.
 *
 * @param product its key in the catalog
 * @param users the tier
 * @param months the term
 * @param sen of the Data Center license that is renewed or upgraded
 * @param entitlement of the Cloud subscription that is renewed or upgraded
 * @param existingSen shows that the buyer of a new Data Center license is a customer already, as the vendor demands
 * @param site of a Cloud subscription: {@code muster.atlassian.net}
 * @param purchaseOn the date wished for the purchase, in the seller's time zone; absent: at once
 */
public record LicenseLine(
        Transaction transaction,
        String product,
        Deployment deployment,
        int users,
        int months,
        int quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
        @Nullable String sen,
        @Nullable String entitlement,
        @Nullable String existingSen,
        @Nullable String site,
        @Nullable LocalDate purchaseOn)
        implements Line {

    /** What is done with the license at the vendor. */
    public enum Transaction {
        NEW,
        RENEWAL,
        UPGRADE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the product runs: at the customer's (with SEN and key), or at the vendor's (with a site, without a key). */
    public enum Deployment {
        DATA_CENTER,
        CLOUD;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LicenseLine withQuantity(int quantity) {
        return new LicenseLine(
                transaction,
                product,
                deployment,
                users,
                months,
                quantity,
                unitPrice,
                sen,
                entitlement,
                existingSen,
                site,
                purchaseOn);
    }

    @Override
    @JsonIgnore
    public BigDecimal count() {
        return BigDecimal.valueOf(quantity);
    }
}
