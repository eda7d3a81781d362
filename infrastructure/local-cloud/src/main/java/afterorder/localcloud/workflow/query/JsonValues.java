package afterorder.localcloud.workflow.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the JSONata library takes and gives it; a null of JSON is a value, nothing at all is none. */
final class JsonValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Beyond this, a double does not tell each integer. */
    private static final double EXACT = 1L << 53;

    /** A result that no JSON can tell: a function, or infinity. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1;
    }

    private JsonValues() {}

    static Object toQuery(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (var entry : node.properties()) map.put(entry.getKey(), toQuery(entry.getValue()));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonNode element : node) list.add(toQuery(element));
                yield list;
            }
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isInt() ? (Object) node.intValue() : (Object) node.doubleValue();
            default -> Jsonata.NULL_VALUE;
        };
    }

    static JsonNode fromQuery(@Nullable Object value) throws NotJson {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Number number -> number(number.doubleValue());
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                for (var entry : map.entrySet()) object.set((String) entry.getKey(), fromQuery(entry.getValue()));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                for (Object element : list) array.add(fromQuery(element));
                yield array;
            }
            default -> {
                if (value == Jsonata.NULL_VALUE) yield NODES.nullNode();
                throw new NotJson();
            }
        };
    }

    private static JsonNode number(double value) throws NotJson {
        if (Double.isNaN(value) || Double.isInfinite(value)) throw new NotJson();
        if (value != Math.rint(value) || Math.abs(value) > EXACT) return NODES.numberNode(value);
        long whole = (long) value;
        return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
    }
}
