package afterorder.order.settings;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * The public holidays of a state of Germany, in the whole of it: those of single towns are not among them. The calendar is
 * read when the first day is asked for.
 *
 * @param state by ISO 3166-2: {@code DE-HE}
 */
record PublicHolidays(String state) {
    private static final Set<String> STATES = Set.of(
            "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB", "DE-HE", "DE-HH", "DE-MV", "DE-NI", "DE-NW", "DE-RP", "DE-SH",
            "DE-SL", "DE-SN", "DE-ST", "DE-TH");

    /** @throws IllegalArgumentException when there is no such state: the calendar would answer for Germany alone */
    PublicHolidays {
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("state must be one of Germany by ISO 3166-2, as DE-HE, not " + state);
        }
    }

    boolean include(LocalDate day) {
        // Cached by the library, also between instances.
        HolidayManager germany = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
        return germany.isHoliday(
                day, HolidayType.PUBLIC_HOLIDAY, state.substring("DE-".length()).toLowerCase(Locale.ROOT));
    }
}
