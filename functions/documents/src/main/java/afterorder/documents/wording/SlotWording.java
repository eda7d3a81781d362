package afterorder.documents.wording;

import afterorder.order.service.Slot;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.StringJoiner;

/** When and where something takes place, as the reader's clock shows it; and as the other side's does, where that differs. */
public final class SlotWording {
    private final Wording wording;
    private final ZoneId reader;
    private final ZoneId other;
    private final String others;

    private SlotWording(Wording wording, ZoneId reader, ZoneId other, String others) {
        this.wording = wording;
        this.reader = reader;
        this.other = other;
        this.others = others;
    }

    public static SlotWording forCustomer(Wording wording, ZoneId customer, ZoneId team) {
        return new SlotWording(wording, customer, team, "slot.ours");
    }

    public static SlotWording forTeam(Wording wording, ZoneId team, ZoneId customer) {
        return new SlotWording(wording, team, customer, "slot.customers");
    }

    /** Whether clocks of the two sides show different times then. */
    private boolean isShownOtherwise(Instant time) {
        return !reader.getRules().getOffset(time).equals(other.getRules().getOffset(time));
    }

    /** A line, or two where the other side's clocks show another time. */
    public String time(Slot slot) {
        String time = time(slot, reader);
        boolean isOne = !isShownOtherwise(slot.from()) && !isShownOtherwise(slot.to());
        return isOne ? time : time + "\n" + wording.text(others, time(slot, other));
    }

    /** The time, then the place, then the meeting's address, as far as there are any. */
    public String all(Slot slot) {
        StringJoiner all = new StringJoiner("\n");
        all.add(time(slot));
        String place = slot.place();
        if (place != null) all.add(place);
        URI meeting = slot.meeting();
        if (meeting != null) all.add(meeting.toString());
        return all.toString();
    }

    private String time(Slot slot, ZoneId zone) {
        ZonedDateTime from = slot.from().atZone(zone);
        ZonedDateTime to = slot.to().atZone(zone);
        String day = wording.dateWithWeekday(from.toLocalDate());
        String begin = wording.clock(from.toLocalTime());
        String end = wording.clock(to.toLocalTime());
        if (from.toLocalDate().equals(to.toLocalDate()))
            return wording.text("slot.on-one-day", day, begin, end, wording.zone(from));
        return wording.text(
                "slot.over-midnight", day, begin, wording.dateWithWeekday(to.toLocalDate()), end, wording.zone(from));
    }
}
