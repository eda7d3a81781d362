package afterorder.scheduling;

import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.service.Slot;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the slots of a proposal. */
final class SlotReader {
    private static final int LONGEST_PLACE = 200;

    private final Mistakes mistakes;
    private final int most;
    private final boolean needsPlace;

    /** @param needsPlace whether each must say where it takes place */
    SlotReader(Mistakes mistakes, int most, boolean needsPlace) {
        this.mistakes = mistakes;
        this.most = most;
        this.needsPlace = needsPlace;
    }

    List<Slot> slots(Fields fields) {
        List<Slot> slots = fields.some("slots", (element, place) -> Fields.read(element, place, mistakes, this::slot));
        if (slots.size() > most) fields.refuse("slots", "must have at most " + most);
        return slots;
    }

    private @Nullable Slot slot(Fields fields) {
        Instant from = Times.time(fields, "from");
        Instant to = Times.time(fields, "to");
        String place = fields.optionalText("place", LONGEST_PLACE);
        URI meeting = fields.has("meeting") ? fields.parsed("meeting", SlotReader::link, "a link: https://...") : null;
        boolean isNowhere = !fields.has("place") && !fields.has("meeting");
        if (needsPlace && isNowhere) fields.refuse("place", "is required, unless there is a meeting");
        return from == null || to == null ? null : new Slot(from, to, place, meeting);
    }

    private static URI link(String text) {
        URI link = URI.create(text);
        if (!"https".equals(link.getScheme()) || link.getHost() == null) throw new IllegalArgumentException(text);
        return link;
    }
}
