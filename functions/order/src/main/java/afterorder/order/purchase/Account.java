package afterorder.order.purchase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the technical contact has an account at the vendor, as the vendor says (S38 to S41). */
public enum Account {
    /** The licenses appear in it immediately. */
    EXISTING,
    /** The vendor mailed that address, asking to verify the account. */
    NONE,
    /** There was none at the purchase; the address has been verified since. */
    VERIFIED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
