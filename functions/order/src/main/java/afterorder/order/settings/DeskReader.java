package afterorder.order.settings;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code desk.json}. */
final class DeskReader {
    private DeskReader() {}

    static @Nullable Desk desk(Fields fields, Mistakes mistakes) {
        Email email = Addresses.email(fields, true);
        Email lead = fields.parsed("lead", Email::new, "an e-mail address with a domain, in ASCII");
        Language language = fields.choice("language", List.of(Language.values()), Language::code);
        ZoneId zone = WorkingWeekReader.zone(fields);
        String state = WorkingWeekReader.state(fields);
        WorkingWeek hours = WorkingWeekReader.hours(fields, mistakes);
        Duration remindAfter = fields.parsed("remindAfter", Duration::parse, "a duration like PT4H");
        Duration leadAfter = fields.parsed("leadAfter", Duration::parse, "a duration like PT8H");
        if (Stream.of(email, lead, language, zone, state, hours, remindAfter, leadAfter)
                .anyMatch(Objects::isNull)) return null;
        return fields.made(() -> new Desk(email, lead, language, zone, state, hours, remindAfter, leadAfter));
    }
}
