package afterorder.order.confirmation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What staff can do about an order whose confirmation cannot be sent. */
public final class Remedies {
    private Remedies() {}

    /** Something that staff can do. */
    public enum Remedy {
        /** To send the confirmation anew, under its number. */
        RETRY,
        /** To use another e-mail address, and send the confirmation there. */
        MAIL_ADDRESS;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static List<Remedy> of(OrderRow row) {
        return row.progress().isParked() ? List.of(Remedy.RETRY, Remedy.MAIL_ADDRESS) : List.of();
    }
}
