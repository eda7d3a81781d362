package afterorder.scheduling;

import afterorder.documents.wording.SlotWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How a side's page shows times: by the clock of its reader; slots by that of the other side, too, where it differs. */
final class Moments {
    private final Wording wording;
    private final ZoneId zone;
    private final SlotWording slots;

    /** @param reader whose page it is */
    Moments(Language language, Side reader, ZoneId team, ZoneId customer) {
        this.wording = new Wording(language);
        this.zone = reader == Side.TEAM ? team : customer;
        this.slots = reader == Side.TEAM
                ? SlotWording.forTeam(wording, team, customer)
                : SlotWording.forCustomer(wording, customer, team);
    }

    /** What the reader's time is called. */
    String zone() {
        return wording.zone(zone);
    }

    String time(Instant time) {
        return wording.time(time.atZone(zone));
    }

    String day(LocalDate day) {
        return wording.date(day);
    }

    /** When it takes place: one line, or one for each side's clock. */
    String slot(Slot slot) {
        return slots.time(slot);
    }

    /** When and where it takes place, in lines. */
    String full(Slot slot) {
        return slots.all(slot);
    }

    /** Hours and minutes. */
    String duration(Duration duration) {
        return wording.duration(duration);
    }

    /** On one day. */
    String stretch(Instant from, Instant to) {
        ZonedDateTime begin = from.atZone(zone);
        return wording.date(begin.toLocalDate()) + ", " + wording.clock(begin.toLocalTime()) + "–"
                + wording.clock(to.atZone(zone).toLocalTime());
    }
}
