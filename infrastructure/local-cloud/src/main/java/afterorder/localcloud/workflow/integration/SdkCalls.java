package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.definition.ResourceName.Completion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.builder.Buildable;

/** A service that a client of the AWS SDK calls: each of its operations, by name. */
final class SdkCalls implements ServiceCalls {
    private final Object client;
    private final Class<?> api;
    private final Naming naming;
    private final Map<String, Set<String>> optimized;
    private final boolean tokens;

    /**
     * How Step Functions names the service's errors.
     *
     * @param optimized before the dot in the integration made for the service: {@code SQS}
     * @param optimizedOther the error that is no other: {@code AmazonSQSException}
     * @param optimizedService in causes: {@code AmazonSQS}
     * @param sdk before the dot in the AWS SDK integration: {@code Sqs}
     */
    record Naming(String optimized, String optimizedOther, String optimizedService, String sdk) {}

    /**
     * @param optimized the operations that Step Functions integrates itself, not only through the AWS SDK, with the
     *     arguments that each requires
     * @param tokens whether these can wait for a task token
     */
    SdkCalls(Object client, Class<?> api, Naming naming, Map<String, Set<String>> optimized, boolean tokens) {
        this.client = client;
        this.api = api;
        this.naming = naming;
        this.optimized = optimized;
        this.tokens = tokens;
    }

    @Override
    public boolean knows(ResourceName resource) {
        boolean completes = resource.completion() == Completion.REQUEST_RESPONSE
                || resource.completion() == Completion.TASK_TOKEN && (tokens || resource.sdk());
        return completes
                && operation(resource).isPresent()
                && (resource.sdk() || optimized.containsKey(resource.operation()));
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> arguments) {
        Set<String> supported = PojoJson.fields(builder(operation(resource).orElseThrow()));
        return new Parameters(supported, required(resource)).problems(arguments);
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        Method operation = operation(resource).orElseThrow();
        try {
            SdkPojo request = builder(operation);
            PojoJson.fill(request, arguments);
            checkRequired(resource, arguments);
            AwsResponse response = (AwsResponse) operation.invoke(client, ((Buildable) request).build());
            return resource.sdk() ? PojoJson.json(response) : withMetadata(PojoJson.json(response), response);
        } catch (ArgumentError error) {
            throw SdkIntegrations.notStarted(arguments, error);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SdkException failure) throw failure(resource, failure);
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Set<String> required(ResourceName resource) {
        return resource.sdk() ? Set.of() : optimized.getOrDefault(resource.operation(), Set.of());
    }

    private Optional<Method> operation(ResourceName resource) {
        return Stream.of(api.getMethods())
                .filter(method -> method.getName().equals(resource.operation())
                        && method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static SdkPojo builder(Method operation) {
        try {
            return (SdkPojo)
                    operation.getParameterTypes()[0].getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static JsonNode withMetadata(ObjectNode json, AwsResponse response) {
        json.putObject("SdkHttpMetadata")
                .put("HttpStatusCode", response.sdkHttpResponse().statusCode());
        json.putObject("SdkResponseMetadata")
                .put("RequestId", response.responseMetadata().requestId());
        return json;
    }

    private TaskFailure failure(ResourceName resource, SdkException failure) {
        String type = failure.getClass().getSimpleName();
        if (resource.sdk()) return new TaskFailure(naming.sdk() + "." + type, failure.getMessage());
        if (!(failure instanceof AwsServiceException refused))
            return new TaskFailure(naming.optimized() + ".SdkClientException", failure.getMessage());
        var details = refused.awsErrorDetails();
        boolean other = type.equals(naming.sdk() + "Exception");
        return new TaskFailure(
                naming.optimized() + "." + (other ? naming.optimizedOther() : type),
                cause(details.errorMessage(), refused.statusCode(), details.errorCode(), refused.requestId()));
    }

    /** The services say this before anything else; the local ones may say something else first. */
    private void checkRequired(ResourceName resource, JsonNode arguments) throws TaskFailure {
        for (String name : required(resource)) {
            if (arguments.hasNonNull(name)) continue;
            String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            String message = "1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null";
            String request = UUID.randomUUID().toString();
            throw new TaskFailure(
                    naming.optimized() + "." + naming.optimizedOther(),
                    cause(message, 400, "ValidationException", request));
        }
    }

    private String cause(String message, int status, String code, String request) {
        return "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                .formatted(message, naming.optimizedService(), status, code, request);
    }
}
