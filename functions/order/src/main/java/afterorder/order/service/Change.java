package afterorder.order.service;

import java.util.List;
import java.util.OptionalInt;

/** What a wish to change an engagement comes to. */
public sealed interface Change {

    /** All of these are to be written together. @param days of calendars that are taken or left */
    record Changed(EngagementRow row, List<CalendarDay> days) implements Change {
        public Changed {
            days = List.copyOf(days);
        }
    }

    /** It is as wished already: a repetition. */
    record Unchanged(EngagementRow row) implements Change {}

    /** It is not possible, for all of these reasons. */
    record Refused(EngagementRow row, List<Reason> reasons) implements Change {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param slot of the wish that it is about, counted from 0; empty when it is about the wish as a whole */
    record Reason(Obstacle obstacle, OptionalInt slot) {}

    static Change changed(EngagementRow row) {
        return new Changed(row, List.of());
    }

    static Change refused(EngagementRow row, Obstacle obstacle) {
        return new Refused(row, List.of(new Reason(obstacle, OptionalInt.empty())));
    }
}
