package afterorder.localcloud.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as people read it. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Missing, where the text is no JSON. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Indented, and what stands in a text as JSON indented with it; a text that is no JSON stays as it is. */
    static String pretty(String text) {
        JsonNode json = read(text);
        return json.isContainerNode() ? pretty(json) : text;
    }

    static String pretty(JsonNode json) {
        return unfolded(json).toPrettyString();
    }

    private static JsonNode unfolded(JsonNode json) {
        if (json.isTextual()) {
            JsonNode inside = read(json.textValue());
            return inside.isContainerNode() ? unfolded(inside) : json;
        }
        if (json instanceof ObjectNode object) {
            ObjectNode all = MAPPER.createObjectNode();
            object.properties().forEach(field -> all.set(field.getKey(), unfolded(field.getValue())));
            return all;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode all = MAPPER.createArrayNode();
            array.forEach(element -> all.add(unfolded(element)));
            return all;
        }
        return json;
    }
}
