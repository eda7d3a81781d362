package afterorder.localcloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML as CloudFormation takes it: with its tags, without aliases and merges, no name twice. */
final class YamlTree {

    private static final Set<String> INTRINSICS = Set.of(
            "Ref",
            "Condition",
            "Fn::GetAtt",
            "Fn::Sub",
            "Fn::Join",
            "Fn::If",
            "Fn::Equals",
            "Fn::And",
            "Fn::Or",
            "Fn::Not",
            "Fn::Select",
            "Fn::Split",
            "Fn::FindInMap");

    /** CloudFormation reads YAML 1.1, where these words are booleans; 1.2 reads them as text. */
    private static final Pattern BOOLEAN_OF_YAML_1_1 = Pattern.compile("(?i)yes|no|on|off");

    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** The fields of the document; none when it cannot be read, which stands among the problems then. */
    static Value.Fields read(Reader yaml, Problems problems) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            Node root = new Compose(settings).composeReader(yaml).orElse(null);
            if (root != null && new YamlTree(problems).value(root, 1) instanceof Value.Fields fields) return fields;
            problems.add(1, "a template is a mapping");
        } catch (MarkedYamlEngineException failure) {
            int line = failure.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "not YAML: " + failure.getProblem());
        } catch (YamlEngineException failure) {
            problems.add(1, "not YAML: " + failure.getMessage());
        }
        return Value.Fields.none(1);
    }

    private Value value(Node node, int line) {
        if (!seen.add(node)) {
            problems.add(line, "CloudFormation knows no YAML aliases: this repeats line " + lineOf(node));
            return new Value.Absent(line);
        }
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) return shortForm(tag.substring(1), node, line);
        return switch (node) {
            case ScalarNode scalar -> new Value.Scalar(scalar(scalar, line), line);
            case SequenceNode sequence -> items(sequence, line);
            case MappingNode mapping -> longFormOr(fields(mapping, line));
            default -> throw new IllegalStateException("a node of type " + node.getNodeType());
        };
    }

    private Value shortForm(String tag, Node node, int line) {
        String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
        Value argument =
                switch (node) {
                    case ScalarNode scalar -> Value.text(scalar.getValue(), line);
                    case SequenceNode sequence -> items(sequence, line);
                    case MappingNode mapping -> longFormOr(fields(mapping, line));
                    default -> throw new IllegalStateException("a node of type " + node.getNodeType());
                };
        return intrinsic(name, "!" + tag, argument, line);
    }

    private Value longFormOr(Value.Fields fields) {
        for (Map.Entry<String, Value> field : fields.byName().entrySet()) {
            String name = field.getKey();
            if (!name.startsWith("Fn::")
                    && !(name.equals("Ref") && fields.byName().size() == 1)) continue;
            int line = field.getValue().line();
            if (fields.byName().size() > 1) problems.add(line, name + " stands alone in its mapping");
            return intrinsic(name, name, field.getValue(), line);
        }
        return fields;
    }

    private Value intrinsic(String name, String asWritten, Value argument, int line) {
        if (INTRINSICS.contains(name)) return new Value.Intrinsic(name, argument, line);
        problems.add(line, "unknown intrinsic function " + asWritten);
        return new Value.Absent(line);
    }

    private Value.Items items(SequenceNode sequence, int line) {
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) items.add(value(item, lineOf(item)));
        return new Value.Items(Collections.unmodifiableList(items), line);
    }

    private Value.Fields fields(MappingNode mapping, int line) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int lineOfName = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(lineOfName, "a name must be text");
                continue;
            }
            String name = key.getValue();
            if (name.equals("<<")) problems.add(lineOfName, "CloudFormation knows no YAML merges (<<)");
            if (fields.containsKey(name)) problems.add(lineOfName, name + " stands here twice");
            fields.put(name, value(tuple.getValueNode(), lineOfName));
        }
        return new Value.Fields(Collections.unmodifiableMap(fields), line);
    }

    private JsonNode scalar(ScalarNode scalar, int line) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) return TextNode.valueOf(text);
        if (BOOLEAN_OF_YAML_1_1.matcher(text).matches()) {
            problems.add(line, text + " is a boolean for CloudFormation: write true or false, or quote it");
        }
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) return BooleanNode.valueOf(Boolean.parseBoolean(text));
        if (tag.equals(Tag.NULL)) return NullNode.getInstance();
        if (tag.equals(Tag.INT) && text.matches("[-+]?(0|[1-9]\\d{0,17})"))
            return LongNode.valueOf(Long.parseLong(text));
        if (tag.equals(Tag.FLOAT) && text.matches("[-+.\\deE]+")) return DecimalNode.valueOf(new BigDecimal(text));
        return TextNode.valueOf(text);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
