package afterorder.localcloud.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a test tells a sandbox. Everything throws {@link IllegalArgumentException} with what is wrong or unknown. */
public record DoorBody(JsonNode json) {

    /** Any JSON that a door was told. */
    public static JsonNode parse(String body) {
        try {
            return JsonFile.JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("this is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** @param names the fields that it may have */
    public static DoorBody of(JsonNode json, String... names) {
        if (!json.isObject()) throw new IllegalArgumentException("a JSON object is needed");
        Set<String> known = Set.of(names);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) throw new IllegalArgumentException("unknown here: " + name);
        });
        return new DoorBody(json);
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException(name + " is needed"));
    }

    public Optional<String> optionalText(String name) {
        return Optional.of(json.path(name).asText()).filter(text -> !text.isBlank());
    }

    public String oneOf(String name, String... values) {
        String value = text(name);
        if (Set.of(values).contains(value)) return value;
        throw new IllegalArgumentException(name + " must be one of " + List.of(values));
    }

    public boolean flag(String name) {
        return json.path(name).asBoolean();
    }

    public int whole(String name, int least, int most) {
        return whole(name, json.path(name), least, most);
    }

    public int whole(String name, int least, int most, int otherwise) {
        return json.has(name) ? whole(name, least, most) : otherwise;
    }

    public OptionalInt optionalWhole(String name, int least, int most) {
        return json.has(name) ? OptionalInt.of(whole(name, least, most)) : OptionalInt.empty();
    }

    public double number(String name, double least, double most) {
        double number = json.path(name).asDouble(Double.NaN);
        if (number >= least && number <= most) return number;
        throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
    }

    /** How many of each line, by its number. */
    public Map<Integer, Integer> countsByLine(String name) {
        Map<Integer, Integer> counts = new HashMap<>();
        json.path(name)
                .properties()
                .forEach(line ->
                        counts.put(Integer.valueOf(line.getKey()), whole(line.getKey(), line.getValue(), 0, 1000)));
        return Map.copyOf(counts);
    }

    public List<JsonNode> items(String name) {
        List<JsonNode> items =
                StreamSupport.stream(json.path(name).spliterator(), false).toList();
        if (items.isEmpty()) throw new IllegalArgumentException(name + " is needed");
        return items;
    }

    private static int whole(String name, JsonNode value, int least, int most) {
        if (value.isInt() && value.asInt() >= least && value.asInt() <= most) return value.asInt();
        throw new IllegalArgumentException(name + " must be a whole number from " + least + " to " + most);
    }
}
