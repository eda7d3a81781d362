package afterorder.services;

import afterorder.order.Json;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What AWS gives to a function: a file of {@code events/lambda}, in which a test varies what it is about. */
public final class LambdaEvent {
    private final JsonNode event;

    private LambdaEvent(JsonNode event) {
        this.event = event;
    }

    public static LambdaEvent of(String name) {
        try {
            return new LambdaEvent(Json.MAPPER.readTree(
                    Files.readAllBytes(Project.file("events/lambda").resolve(name + ".json"))));
        } catch (IOException missing) {
            throw new UncheckedIOException("events/lambda has no readable " + name + ".json", missing);
        }
    }

    /** @param pointer to the value: {@code /headers/idempotency-key} */
    public LambdaEvent with(String pointer, String value) {
        return with(pointer, Json.MAPPER.getNodeFactory().textNode(value));
    }

    public LambdaEvent with(String pointer, long value) {
        return with(pointer, Json.MAPPER.getNodeFactory().numberNode(value));
    }

    /** Without what the pointer leads to. */
    public LambdaEvent without(String pointer) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode copy = event.deepCopy();
        ((ObjectNode) copy.at(path.head())).remove(path.last().getMatchingProperty());
        return new LambdaEvent(copy);
    }

    /** As Lambda's own deserializer makes it. */
    public <T> T as(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(stream());
    }

    /** As a handler of streams gets it. */
    public InputStream stream() {
        return new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    private LambdaEvent with(String pointer, JsonNode value) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode copy = event.deepCopy();
        switch (copy.at(path.head())) {
            case ArrayNode array -> array.set(path.last().getMatchingIndex(), value);
            case ObjectNode object -> object.set(path.last().getMatchingProperty(), value);
            default -> throw new IllegalArgumentException("the event has no " + path.head());
        }
        return new LambdaEvent(copy);
    }
}
