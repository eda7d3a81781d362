package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.function.Functions;
import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.definition.ResourceName.Completion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** {@code lambda:invoke}: the function answers, or its error becomes the Task's. */
final class LambdaCalls implements ServiceCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Parameters PARAMETERS =
            new Parameters(Set.of("FunctionName", "Payload", "Qualifier"), Set.of("FunctionName"));

    private final Functions functions;

    LambdaCalls(Functions functions) {
        this.functions = functions;
    }

    @Override
    public boolean knows(ResourceName resource) {
        return !resource.sdk()
                && resource.operation().equals("invoke")
                && (resource.completion() == Completion.REQUEST_RESPONSE
                        || resource.completion() == Completion.TASK_TOKEN);
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> arguments) {
        return PARAMETERS.problems(arguments);
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        try {
            Functions.Answer answer =
                    functions.invoke(function(arguments), payload(arguments)).get();
            if (answer.error().isPresent()) throw failure(new String(answer.payload(), StandardCharsets.UTF_8));
            ObjectNode result = JSON.createObjectNode().put("ExecutedVersion", "$LATEST");
            result.set("Payload", JSON.readTree(answer.payload()));
            result.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
            return result.put("StatusCode", 200);
        } catch (ArgumentError error) {
            throw SdkIntegrations.notStarted(arguments, error);
        } catch (AwsError refused) {
            throw new TaskFailure(
                    error(refused.code()),
                    refused.getMessage() + " (Service: Lambda, Status Code: " + refused.status() + ")");
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TaskFailure("Lambda.SdkClientException", "interrupted");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Step Functions' own client of Lambda has no exception for a denial, so that comes as the one for all others. */
    private static String error(String code) {
        if (code.equals("AccessDeniedException")) return "Lambda.AWSLambdaException";
        return "Lambda." + (code.endsWith("Exception") ? code : code + "Exception");
    }

    private static String function(JsonNode arguments) throws ArgumentError {
        for (var entry : arguments.properties()) {
            if (!PARAMETERS.supported().contains(entry.getKey()))
                throw new ArgumentError("The field \"" + entry.getKey() + "\" is not supported by the local cloud");
        }
        JsonNode name = arguments.path("FunctionName");
        if (!name.isTextual()) throw new ArgumentError("The value for the field 'FunctionName' must be a STRING");
        JsonNode qualifier = arguments.path("Qualifier");
        return qualifier.isTextual() ? name.asText() + ":" + qualifier.asText() : name.asText();
    }

    private static byte[] payload(JsonNode arguments) {
        JsonNode payload = arguments.path("Payload");
        return (payload.isMissingNode() ? "{}" : payload.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static TaskFailure failure(String payload) throws IOException {
        JsonNode type = JSON.readTree(payload).path("errorType");
        if (type.isTextual()) return new TaskFailure(type.asText(), payload);
        return new TaskFailure(
                "Lambda.Unknown",
                "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                        + payload);
    }
}
