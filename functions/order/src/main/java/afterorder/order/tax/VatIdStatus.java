package afterorder.order.tax;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is known of a VAT ID, in a word. */
public enum VatIdStatus {
    /** It is asked about before the first invoice, and not earlier: it counts what is valid then. */
    NOT_ASKED,
    CONFIRMED,
    MISMATCH,
    INVALID,
    /** The desk has said how the order is taxed. */
    DECIDED;

    static VatIdStatus of(VatIdAnswer.Definite answer) {
        return switch (answer) {
            case VatIdAnswer.Confirmed confirmed -> CONFIRMED;
            case VatIdAnswer.Mismatch mismatch -> MISMATCH;
            case VatIdAnswer.Invalid invalid -> INVALID;
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
