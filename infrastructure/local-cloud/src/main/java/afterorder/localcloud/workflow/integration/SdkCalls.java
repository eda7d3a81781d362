package afterorder.localcloud.workflow.integration;

import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.definition.ResourceName.Completion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> optimized;
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
     * @param optimized the operations that Step Functions integrates itself, not only through the AWS SDK
     * @param tokens whether these can wait for a task token
     */
    SdkCalls(Object client, Class<?> api, Naming naming, Set<String> optimized, boolean tokens) {
        this.client = client;
        this.api = api;
        this.naming = naming;
        this.optimized = optimized;
        this.tokens = tokens;
    }

    @Override
    public List<String> problems(ResourceName resource, Set<String> fields) {
        Optional<Method> operation = operation(resource);
        boolean known = operation.isPresent() && (resource.sdk() || optimized.contains(resource.operation()));
        boolean completes = resource.completion() == Completion.REQUEST_RESPONSE
                || resource.completion() == Completion.TASK_TOKEN && (tokens || resource.sdk());
        if (!known || !completes) return List.of(SdkIntegrations.notRecognized(resource));
        Set<String> supported = PojoJson.fields(builder(operation.get()));
        List<String> problems = new ArrayList<>();
        for (String field : fields) {
            if (!supported.contains(field))
                problems.add("The field \"" + field + "\" is not supported by Step Functions");
        }
        return problems;
    }

    @Override
    public JsonNode call(ResourceName resource, JsonNode arguments) throws TaskFailure {
        Method operation = operation(resource).orElseThrow();
        try {
            SdkPojo request = builder(operation);
            PojoJson.fill(request, arguments);
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
            return (SdkPojo) operation.getParameterTypes()[0].getMethod("builder").invoke(null);
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
        boolean other = type.equals(naming.sdk() + "Exception");
        return new TaskFailure(
                naming.optimized() + "." + (other ? naming.optimizedOther() : type),
                "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(
                                refused.awsErrorDetails().errorMessage(),
                                naming.optimizedService(),
                                refused.statusCode(),
                                refused.awsErrorDetails().errorCode(),
                                refused.requestId()));
    }
}
