package afterorder.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of the template that still knows its line; the line of a field is that of its name. */
sealed interface Value {

    int line();

    /** Text, number, boolean or null. */
    record Scalar(JsonNode content, int line) implements Value {}

    record Items(List<Value> items, int line) implements Value {}

    /** @param byName in the order of the file */
    record Fields(Map<String, Value> byName, int line) implements Value {
        static Fields none(int line) {
            return new Fields(Map.of(), line);
        }

        @Nullable
        Value get(String name) {
            return byName.get(name);
        }
    }

    /** A function of CloudFormation's that is still to be called, by its long name: {@code Fn::GetAtt}, {@code Ref}. */
    record Intrinsic(String name, Value argument, int line) implements Value {}

    /** Nothing: {@code AWS::NoValue}, or something that was refused. It vanishes from lists and fields. */
    record Absent(int line) implements Value {}

    static Scalar text(String text, int line) {
        return new Scalar(TextNode.valueOf(text), line);
    }

    /** The text of a scalar as CloudFormation passes it on: numbers and booleans as written. */
    default Optional<String> asText() {
        return this instanceof Scalar scalar && !scalar.content().isNull()
                ? Optional.of(scalar.content().asText())
                : Optional.empty();
    }

    default JsonNode json() {
        return switch (this) {
            case Scalar scalar -> scalar.content();
            case Items items -> {
                var array = JsonNodeFactory.instance.arrayNode();
                items.items().forEach(item -> array.add(item.json()));
                yield array;
            }
            case Fields fields -> {
                var object = JsonNodeFactory.instance.objectNode();
                fields.byName().forEach((name, value) -> object.set(name, value.json()));
                yield object;
            }
            case Absent absent -> MissingNode.getInstance();
            case Intrinsic intrinsic -> throw new IllegalStateException(intrinsic.name() + " was not resolved");
        };
    }
}
