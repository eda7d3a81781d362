package afterorder.scheduling;

import afterorder.order.fields.Fields;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads times as fields have them: ISO 8601 with an offset, to the minute. */
final class Times {
    private static final String FORM = "a time with its offset, to the minute: 2026-12-07T09:00:00+01:00";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private Times() {}

    /** Required. */
    static @Nullable Instant time(Fields fields, String name) {
        return fields.parsed(name, Times::parsed, FORM);
    }

    static @Nullable Instant optionalTime(Fields fields, String name) {
        return fields.has(name) ? time(fields, name) : null;
    }

    private static Instant parsed(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        boolean isFar = time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR;
        if (isFar || time.getSecond() != 0 || time.getNano() != 0) throw new IllegalArgumentException(text);
        return time.toInstant();
    }
}
