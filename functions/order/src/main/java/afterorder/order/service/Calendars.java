package afterorder.order.service;

import afterorder.order.Email;
import java.time.LocalDate;

/** What people have planned and done, as it stands. */
@FunctionalInterface
public interface Calendars {
    /** @param day in the zone of the person's team */
    CalendarDay day(Email person, LocalDate day);
}
