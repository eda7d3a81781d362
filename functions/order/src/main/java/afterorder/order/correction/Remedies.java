package afterorder.order.correction;

import afterorder.order.Phrase;
import afterorder.order.tax.TaxChecking;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What staff can do about a correction that cannot go on. */
public final class Remedies {
    private Remedies() {}

    /** Something that staff can do. */
    public enum Remedy {
        /** To go on from where it stood. */
        RETRY,
        /** To say how the order is taxed, whose VAT ID is not confirmed. */
        DECIDE_TAX,
        /** To use another e-mail address, and mail the document there. */
        MAIL_ADDRESS;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static List<Remedy> of(CorrectionRow row) {
        List<Remedy> remedies = new ArrayList<>();
        if (!row.progress().isParked()) return remedies;
        remedies.add(Remedy.RETRY);
        if (TaxChecking.awaitsDecision(row.progress())) remedies.add(Remedy.DECIDE_TAX);
        if (row.progress().parked().reason().phrase() == Phrase.INVOICE_MAIL_REFUSED) remedies.add(Remedy.MAIL_ADDRESS);
        return List.copyOf(remedies);
    }
}
