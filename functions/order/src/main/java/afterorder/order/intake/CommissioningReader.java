package afterorder.order.intake;

import afterorder.order.Commissioning;
import afterorder.order.fields.Fields;
import java.time.Instant;
import java.time.LocalDate;

/** Reads that services are commissioned. */
public final class CommissioningReader {
    private static final int LONGEST = 200;
    private static final int MOST_YEARS_AGO = 1;

    private CommissioningReader() {}

    /**
     * @param body JSON in UTF-8: <code>{"by": "Erika Muster", "on": "2026-11-30", "reference": "PO 4711"}</code>, the last optional
     * @param today in the seller's zone: a commissioning is not ahead
     */
    public static Reading<Commissioning> read(byte[] body, LocalDate today, Instant now) {
        return BodyReader.read(body, (fields, violations) -> commissioning(fields, today, now));
    }

    private static Commissioning commissioning(Fields fields, LocalDate today, Instant now) {
        if (!fields.has("on")) fields.refuse("on", "is required: a date like \"2026-11-30\"");
        return new Commissioning(
                fields.text("by", LONGEST),
                fields.optionalDate("on", today.minusYears(MOST_YEARS_AGO), today),
                fields.optionalText("reference", LONGEST),
                now);
    }
}
