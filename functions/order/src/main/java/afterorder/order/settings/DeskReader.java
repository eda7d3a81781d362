package afterorder.order.settings;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.WorkingWeek.Shift;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code desk.json}. */
final class DeskReader {
    private final Mistakes mistakes;

    private DeskReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    static @Nullable Desk desk(Fields fields, Mistakes mistakes) {
        return new DeskReader(mistakes).desk(fields);
    }

    private @Nullable Desk desk(Fields fields) {
        Email email = Addresses.email(fields, true);
        Email lead = fields.parsed("lead", Email::new, "an e-mail address with a domain, in ASCII");
        Language language = fields.choice("language", List.of(Language.values()), Language::code);
        ZoneId zone = fields.parsed("zone", ZoneId::of, "a time zone like Europe/Berlin");
        PublicHolidays holidays =
                fields.parsed("state", PublicHolidays::new, "a state of Germany by ISO 3166-2, like DE-HE");
        WorkingWeek week = fields.object("hours", false, this::week);
        Duration remindAfter = fields.parsed("remindAfter", Duration::parse, "a duration like PT4H");
        Duration leadAfter = fields.parsed("leadAfter", Duration::parse, "a duration like PT8H");
        if (Stream.of(email, lead, language, zone, holidays, week, remindAfter, leadAfter)
                .anyMatch(Objects::isNull)) return null;
        return made(
                fields, () -> new Desk(email, lead, language, zone, holidays.state(), week, remindAfter, leadAfter));
    }

    private @Nullable WorkingWeek week(Fields fields) {
        List<Shift> monday = day(fields, "monday");
        List<Shift> tuesday = day(fields, "tuesday");
        List<Shift> wednesday = day(fields, "wednesday");
        List<Shift> thursday = day(fields, "thursday");
        List<Shift> friday = day(fields, "friday");
        List<Shift> saturday = day(fields, "saturday");
        List<Shift> sunday = day(fields, "sunday");
        return made(fields, () -> new WorkingWeek(monday, tuesday, wednesday, thursday, friday, saturday, sunday));
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

    private interface Making<T> {
        T make();
    }

    private static <T> @Nullable T made(Fields fields, Making<T> making) {
        try {
            return making.make();
        } catch (IllegalArgumentException together) {
            fields.refuse("cannot be: " + together.getMessage());
            return null;
        }
    }
}
