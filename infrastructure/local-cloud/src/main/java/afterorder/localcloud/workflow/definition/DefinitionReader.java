package afterorder.localcloud.workflow.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads definitions, and says all that is wrong with one. */
public final class DefinitionReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS =
            Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");
    private static final double LONGEST = 99_999_999;

    private final ResourceRules resources;

    public DefinitionReader(ResourceRules resources) {
        this.resources = resources;
    }

    /** @param express whether for a state machine of type EXPRESS, which may do less */
    public Definition read(String text, boolean express) throws InvalidDefinition {
        List<Diagnostic> diagnostics = new ArrayList<>();
        JsonNode json = parse(text);
        Fields fields = new Fields(json, "", diagnostics);
        fields.allow(FIELDS);
        fields.text("Comment");
        fields.text("Version", Set.of("1.0"), "1.0");
        boolean jsonata = fields.text("QueryLanguage", Set.of("JSONata", "JSONPath"), "JSONPath")
                .equals("JSONata");
        double timeout = fields.number("TimeoutSeconds", 0, 1, LONGEST, true);
        Flow flow = new FlowReader(diagnostics, resources, express, jsonata).read(fields);
        if (!diagnostics.isEmpty()) throw new InvalidDefinition(diagnostics);
        return new Definition(flow, timeout == 0 ? OptionalLong.empty() : OptionalLong.of((long) timeout));
    }

    private static JsonNode parse(String text) throws InvalidDefinition {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) return json;
        } catch (JsonProcessingException error) {
            String at = error.getLocation() == null ? "" : error.getLocation().offsetDescription();
            throw new InvalidDefinition(
                    List.of(new Diagnostic("INVALID_JSON_DESCRIPTION", error.getOriginalMessage(), "[" + at + "]")));
        }
        throw new InvalidDefinition(
                List.of(new Diagnostic(Diagnostic.SCHEMA, "Definition must be a valid JSON object", "")));
    }
}
