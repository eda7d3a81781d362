package afterorder.localcloud.workflow;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.TaskToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/** The answers to task tokens. */
final class TaskCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_OUTPUT = 262_144;
    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    private final ExecutionCalls executions;

    TaskCalls(ExecutionCalls executions) {
        this.executions = executions;
    }

    JsonNode succeed(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("taskToken", "output"));
        request.text("output");
        JsonNode output = output(request.optional("output", LONGEST_OUTPUT));
        return taken(execution(request).answer(request.text("taskToken"), new TaskToken.Answer.Success(output)));
    }

    JsonNode fail(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("taskToken", "error", "cause"));
        request.optional("error", LONGEST_ERROR);
        request.optional("cause", LONGEST_CAUSE);
        var failure = new TaskToken.Answer.Failure(request.optional("error"), request.optional("cause"));
        return taken(execution(request).answer(request.text("taskToken"), failure));
    }

    JsonNode heartbeat(JsonNode parameters) {
        Request request = new Request(parameters, Set.of("taskToken"));
        return taken(execution(request).heartbeat(request.text("taskToken")));
    }

    private Execution execution(Request request) {
        String token = request.text("taskToken");
        String arn = TaskToken.execution(token)
                .orElseThrow(() -> AwsError.of("InvalidToken", "Invalid Token: 'Invalid token'"));
        try {
            return executions.find(arn);
        } catch (AwsError gone) {
            throw timedOut();
        }
    }

    private static JsonNode taken(boolean taken) {
        if (taken) return Answers.object();
        throw timedOut();
    }

    private static AwsError timedOut() {
        return AwsError.of("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }

    private static JsonNode output(String text) {
        try {
            JsonNode output = JSON.readTree(text);
            if (!output.isMissingNode()) return output;
        } catch (JsonProcessingException error) {
            throw AwsError.of("InvalidOutput", "Invalid Output: '" + error.getOriginalMessage() + "'");
        }
        throw AwsError.of("InvalidOutput", "Invalid Output: 'Invalid output'");
    }
}
