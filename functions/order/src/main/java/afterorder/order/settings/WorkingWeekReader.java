package afterorder.order.settings;

import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.WorkingWeek.Shift;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads when somebody works: the week, and where its clock and its public holidays are. */
final class WorkingWeekReader {
    private final Mistakes mistakes;

    private WorkingWeekReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The field {@code zone}. */
    static @Nullable ZoneId zone(Fields fields) {
        return fields.parsed("zone", ZoneId::of, "a time zone like Europe/Berlin");
    }

    /** The field {@code state}. */
    static @Nullable String state(Fields fields) {
        PublicHolidays holidays =
                fields.parsed("state", PublicHolidays::new, "a state of Germany by ISO 3166-2, like DE-HE");
        return holidays == null ? null : holidays.state();
    }

    /** The field {@code hours}. */
    static @Nullable WorkingWeek hours(Fields fields, Mistakes mistakes) {
        return fields.object("hours", false, new WorkingWeekReader(mistakes)::week);
    }

    private @Nullable WorkingWeek week(Fields fields) {
        List<Shift> monday = day(fields, "monday");
        List<Shift> tuesday = day(fields, "tuesday");
        List<Shift> wednesday = day(fields, "wednesday");
        List<Shift> thursday = day(fields, "thursday");
        List<Shift> friday = day(fields, "friday");
        List<Shift> saturday = day(fields, "saturday");
        List<Shift> sunday = day(fields, "sunday");
        return fields.made(() -> new WorkingWeek(monday, tuesday, wednesday, thursday, friday, saturday, sunday));
    }

    private List<Shift> day(Fields fields, String day) {
        return fields.list(day, this::shift).stream().filter(Objects::nonNull).toList();
    }

    private @Nullable Shift shift(JsonNode element, String pointer) {
        try {
            if (element.isArray() && element.size() == 2) {
                return new Shift(
                        LocalTime.parse(element.get(0).asText()),
                        LocalTime.parse(element.get(1).asText()));
            }
        } catch (DateTimeException | IllegalArgumentException malformed) {
            // Said below, with what it must be.
        }
        mistakes.add(pointer, "must be two times, the later one last, like [\"09:00\", \"12:30\"]");
        return null;
    }
}
