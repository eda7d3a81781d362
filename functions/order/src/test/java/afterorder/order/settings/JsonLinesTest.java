package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A text with one token a line, so that the line of each value is its count. */
    @Property(tries = 300)
    void finds_the_line_of_every_value(@ForAll("trees") JsonNode tree) throws IOException {
        List<String> text = new ArrayList<>();
        Map<String, Integer> expected = new TreeMap<>();
        write(tree, "", text, expected);

        JsonLines lines = lines(String.join("\n", text), new ArrayList<>());

        expected.forEach((pointer, line) -> {
            assertThat(lines.of(pointer)).as(pointer).isEqualTo(line);
            assertThat(lines.of(pointer + "/missing/0")).as("below " + pointer).isEqualTo(line);
        });
    }

    @Test
    void tells_what_stands_twice_and_keeps_the_last_as_the_tree_does() throws IOException {
        List<String> twice = new ArrayList<>();
        JsonLines lines = lines("{\n\"a\": {\"b\": 1,\n\"b\": 2},\n\"a\": {\n\"b\": 3}\n}", twice);
        assertThat(twice).containsExactly("/a/b before in 2", "/a before in 2");
        assertThat(lines.of("/a")).isEqualTo(4);
        assertThat(lines.of("/a/b")).isEqualTo(5);
    }

    private static void write(JsonNode node, String pointer, List<String> text, Map<String, Integer> expected) {
        expected.putIfAbsent(pointer, text.size() + 1);
        if (!node.isContainerNode()) {
            text.add(node.toString());
            return;
        }
        text.add(node.isObject() ? "{" : "[");
        boolean first = true;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!first) text.add(",");
                first = false;
                String inner = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                expected.put(inner, text.size() + 1);
                text.add(JsonNodeFactory.instance.textNode(entry.getKey()) + ":");
                write(entry.getValue(), inner, text, expected);
            }
        } else {
            for (int index = 0; index < node.size(); index++) {
                if (index > 0) text.add(",");
                write(node.get(index), pointer + "/" + index, text, expected);
            }
        }
        text.add(node.isObject() ? "}" : "]");
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return trees(3);
    }

    private static Arbitrary<JsonNode> trees(int depth) {
        Arbitrary<JsonNode> leaf =
                Arbitraries.of("12", "\"a\\nb\"", "true", "null", "{}", "[]").map(JsonLinesTest::parsed);
        if (depth == 0) return leaf;
        Arbitrary<String> names = Arbitraries.of("a", "b", "/", "~", "~1", "", "0", "ü");
        Arbitrary<JsonNode> object = Arbitraries.maps(names, trees(depth - 1))
                .ofMaxSize(3)
                .map(entries -> new ObjectNode(JsonNodeFactory.instance).setAll(entries));
        Arbitrary<JsonNode> array = trees(depth - 1).list().ofMaxSize(3).map(elements -> new ArrayNode(
                        JsonNodeFactory.instance)
                .addAll(elements));
        return Arbitraries.oneOf(leaf, object, array);
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    private static JsonLines lines(String text, List<String> twice) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            return new JsonLines(parser, (pointer, before) -> twice.add(pointer + " before in " + before));
        }
    }
}
