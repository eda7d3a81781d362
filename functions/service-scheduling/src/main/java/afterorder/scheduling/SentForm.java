package afterorder.scheduling;

import afterorder.aws.RequestBody;
import afterorder.order.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A page's form as it was sent. It is made into the JSON that programs send, so that one reader judges both. */
final class SentForm {
    static final SentForm NONE = new SentForm(Map.of());

    private final Map<String, List<String>> fields;

    private SentForm(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    static SentForm of(APIGatewayV2HTTPEvent request) {
        return new SentForm(RequestBody.form(request));
    }

    String action() {
        return text("action");
    }

    String target() {
        return text("target");
    }

    /** The target as a number; 0 when it is none. */
    int targetNumber() {
        return target().matches("\\d{1,6}") ? Integer.parseInt(target()) : 0;
    }

    boolean isOf(String action, String target) {
        return action().equals(action) && target().equals(target);
    }

    /** Empty when it was not sent. */
    String text(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** Of these fields, those that are filled in; line breaks become blanks. */
    ObjectNode json(String... names) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (String name : names) {
            String text = text(name).replaceAll("\\s+", " ");
            if (!text.isEmpty()) json.put(name, text);
        }
        return json;
    }

    /** Of these fields, those that are filled in, as numbers where they are. */
    ObjectNode numbers(String... names) {
        ObjectNode json = json(names);
        for (String name : names) {
            if (text(name).matches("\\d{1,6}")) json.put(name, Integer.parseInt(text(name)));
        }
        return json;
    }

    /** A time with its offset, from what the clocks of that zone show; left as it is when it is none. */
    String time(String name, ZoneId zone) {
        try {
            return LocalDateTime.parse(text(name))
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException malformed) {
            return text(name);
        }
    }

    /** Begin and end of a stretch, the end on the day of its beginning, or the day after when it would be before. */
    ObjectNode stretch(String from, String to, ZoneId zone) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (!text(from).isEmpty()) json.put("from", time(from, zone));
        if (!text(to).isEmpty()) json.put("to", end(from, to, zone));
        return json;
    }

    private String end(String from, String to, ZoneId zone) {
        try {
            LocalDateTime begin = LocalDateTime.parse(text(from));
            LocalDateTime end = begin.toLocalDate().atTime(LocalTime.parse(text(to)));
            return (end.isAfter(begin) ? end : end.plusDays(1))
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException malformed) {
            return text(to);
        }
    }

    /** The slots that are filled in, with what was said of all of them, and the appointment that they move. */
    ObjectNode proposal(int most, ZoneId zone) {
        ObjectNode json = numbers("moves");
        ArrayNode slots = json.putArray("slots");
        for (int index = 0; index < most; index++) {
            ObjectNode slot = stretch("from." + index, "to." + index, zone);
            if (!slot.isEmpty()) slots.add(slot.setAll(json("place", "meeting")));
        }
        return json;
    }
}
