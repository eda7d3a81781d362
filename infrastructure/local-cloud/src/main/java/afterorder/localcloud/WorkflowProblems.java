package afterorder.localcloud;

import afterorder.localcloud.template.Template;
import afterorder.localcloud.template.TemplateException;
import afterorder.localcloud.template.TemplateException.Problem;
import afterorder.localcloud.workflow.Workflows;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a state machine's definition has that is wrong, or unknown here, with its line in the file. */
final class WorkflowProblems {
    private static final JsonFactory JSON = new JsonFactory();

    private WorkflowProblems() {}

    /** @throws TemplateException with all problems of all state machines */
    static void check(List<Template.Workflow> definitions, Workflows workflows) {
        List<Problem> problems = new ArrayList<>();
        definitions.forEach(definition -> problems.addAll(of(definition, workflows)));
        if (!problems.isEmpty()) throw new TemplateException(problems);
    }

    private static List<Problem> of(Template.Workflow workflow, Workflows workflows) {
        JsonNode request = JsonNodeFactory.instance
                .objectNode()
                .put("definition", workflow.definition())
                .put("type", "STANDARD");
        List<Problem> problems = new ArrayList<>();
        for (JsonNode found :
                workflows.call("ValidateStateMachineDefinition", request).get("diagnostics")) {
            String pointer = found.path("location").asText();
            String message = found.get("message").asText() + (pointer.isEmpty() ? "" : " at " + pointer);
            problems.add(new Problem(workflow.definitionFile(), line(workflow.definition(), pointer), message));
        }
        return problems;
    }

    /** The line of what the pointer names, or of the nearest around it that there is; 0 where there is no place. */
    private static int line(String definition, String pointer) {
        for (String place = pointer; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            int line = exactLine(definition, place);
            if (line > 0) return line;
        }
        return 0;
    }

    private static int exactLine(String definition, String pointer) {
        try (JsonParser parser = JSON.createParser(definition)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (IOException brokenFurtherOn) {
            return 0;
        }
    }
}
