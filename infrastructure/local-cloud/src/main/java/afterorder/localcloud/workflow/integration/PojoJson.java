package afterorder.localcloud.workflow.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Requests and answers of the AWS SDK as JSON, under the names that Step Functions uses: {@code QueueUrl}. */
final class PojoJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PojoJson() {}

    static Set<String> fields(SdkPojo pojo) {
        Set<String> names = new TreeSet<>();
        for (SdkField<?> field : pojo.sdkFields()) names.add(field.memberName());
        return names;
    }

    /** Fills a request's builder; what is null is left out. */
    static void fill(SdkPojo builder, JsonNode json) throws ArgumentError {
        if (!json.isObject()) throw new ArgumentError("The arguments must be a JSON object");
        Set<String> known = fields(builder);
        for (var entry : json.properties()) {
            if (!known.contains(entry.getKey()))
                throw new ArgumentError("The field \"" + entry.getKey() + "\" is not supported by Step Functions");
        }
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = json.get(field.memberName());
            if (value != null && !value.isNull()) field.set(builder, value(field, field.memberName(), value));
        }
    }

    private static Object value(SdkField<?> field, String name, JsonNode value) throws ArgumentError {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) return text(name, value);
        if (type == MarshallingType.BOOLEAN && value.isBoolean()) return value.asBoolean();
        if (type == MarshallingType.INTEGER && value.isInt()) return value.asInt();
        if (type == MarshallingType.LONG && value.isIntegralNumber()) return value.asLong();
        if (type == MarshallingType.DOUBLE && value.isNumber()) return value.asDouble();
        if (type == MarshallingType.SDK_BYTES && value.isTextual()) return SdkBytes.fromUtf8String(value.asText());
        if (type == MarshallingType.LIST && value.isArray()) return list(field, name, value);
        if (type == MarshallingType.MAP && value.isObject()) return map(field, name, value);
        if (type == MarshallingType.SDK_POJO && value.isObject()) {
            SdkPojo builder = field.constructor().get();
            fill(builder, value);
            return ((Buildable) builder).build();
        }
        throw new ArgumentError("The value for the field '" + name + "' must be of type "
                + type.getTargetClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
    }

    /** JSON where the service wants a text goes as its text. */
    private static String text(String name, JsonNode value) throws ArgumentError {
        if (value.isTextual()) return value.asText();
        if (value.isContainerNode()) return value.toString();
        throw new ArgumentError("The value for the field '" + name + "' must be a STRING");
    }

    private static List<Object> list(SdkField<?> field, String name, JsonNode value) throws ArgumentError {
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> list = new ArrayList<>();
        for (JsonNode element : value) list.add(value(member, name, element));
        return list;
    }

    private static Map<String, Object> map(SdkField<?> field, String name, JsonNode value) throws ArgumentError {
        SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> map = new LinkedHashMap<>();
        for (var entry : value.properties()) map.put(entry.getKey(), value(member, name, entry.getValue()));
        return map;
    }

    /** What the service did not tell is left out. */
    static ObjectNode json(SdkPojo pojo) {
        ObjectNode json = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            boolean told = value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap);
            if (told) json.set(field.memberName(), json(value));
        }
        return json;
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Number number -> NODES.numberNode(number.doubleValue());
            case Instant instant -> NODES.textNode(instant.toString());
            case SdkBytes bytes -> NODES.textNode(Base64.getEncoder().encodeToString(bytes.asByteArray()));
            case SdkPojo pojo -> json(pojo);
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                for (Object element : list) array.add(json(element));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                for (var entry : map.entrySet()) object.set(String.valueOf(entry.getKey()), json(entry.getValue()));
                yield object;
            }
            default -> throw new IllegalStateException("no JSON for a " + value.getClass());
        };
    }
}
