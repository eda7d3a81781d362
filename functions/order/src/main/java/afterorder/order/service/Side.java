package afterorder.order.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who of the two does something about an engagement. */
public enum Side {
    TEAM,
    CUSTOMER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
