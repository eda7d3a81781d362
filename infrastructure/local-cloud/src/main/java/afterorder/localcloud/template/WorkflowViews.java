package afterorder.localcloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads state machines with their definition, from its file and with the template's substitutions made. */
final class WorkflowViews {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Path folder;
    private final Problems problems;

    WorkflowViews(Path template, Problems problems) {
        this.folder = template.toAbsolutePath().getParent();
        this.problems = problems;
    }

    Template.Workflow workflow(ResolvedResource resource) {
        Properties properties = resource.properties();
        properties.oneOf("Type", Set.of("STANDARD"));
        Path file = folder.resolve(properties.text("DefinitionUri")).normalize();
        Map<String, String> values = properties.below("DefinitionSubstitutions").allTexts();
        return new Template.Workflow(
                resource.logicalId(),
                resource.attribute("Name"),
                resource.attribute("Arn"),
                definition(file, values, properties),
                file,
                resource.line());
    }

    private String definition(Path file, Map<String, String> values, Properties properties) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException failure) {
            properties.refuse("DefinitionUri", "cannot be read: " + failure);
            return "";
        }
        String definition = substitute(file, text, values);
        try {
            JSON.readTree(definition);
        } catch (JsonProcessingException mistake) {
            int line = mistake.getLocation() == null ? 1 : mistake.getLocation().getLineNr();
            problems.add(file, line, "not JSON: " + mistake.getOriginalMessage());
        }
        return definition;
    }

    private String substitute(Path file, String text, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (placeholder.find()) {
            String value = values.get(placeholder.group(1));
            if (value == null) {
                int line = (int) text.substring(0, placeholder.start()).lines().count();
                problems.add(file, line, "DefinitionSubstitutions has no " + placeholder.group(1));
            }
            String escaped = value == null
                    ? ""
                    : new String(JsonStringEncoder.getInstance().quoteAsString(value));
            placeholder.appendReplacement(result, Matcher.quoteReplacement(escaped));
        }
        return placeholder.appendTail(result).toString();
    }
}
