package afterorder.localcloud.template;

import afterorder.localcloud.iam.Rights;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The system that a {@code template.yaml} describes, with every name, address and parameter filled in.
 *
 * @param resources all that the template makes, in its order
 * @param rights what its policies, and those that SAM adds, allow to whom
 * @param outputs by name
 */
public record Template(
        List<Resource> resources,
        List<Function> functions,
        List<Route> routes,
        List<QueueTrigger> queueTriggers,
        List<Schedule> schedules,
        List<Table> tables,
        List<Bucket> buckets,
        List<Queue> queues,
        List<Secret> secrets,
        List<Workflow> workflows,
        Rights rights,
        List<ConfigurationSet> configurationSets,
        List<Subscription> subscriptions,
        Map<String, String> outputs) {

    /**
     * Reads a template.
     *
     * @param file the template; what it names by path stands relative to it
     * @param parameters the values of parameters without, or other than, their default
     * @throws TemplateException with everything that is wrong or unknown here
     */
    public static Template read(Path file, Map<String, String> parameters, Addresses addresses) {
        return read(file, parameters, Map.of(), addresses);
    }

    /**
     * Reads a template with more values at hand than it may ask for.
     *
     * @param offered the values of parameters that are not among the given ones; the template need not have them
     */
    public static Template read(
            Path file, Map<String, String> parameters, Map<String, String> offered, Addresses addresses) {
        return new TemplateReader(file, addresses).read(parameters, offered);
    }

    /** All of that type, in the template's order. @param type for example {@code AWS::S3::Bucket} */
    public Stream<Resource> resources(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type));
    }

    /** @throws IllegalArgumentException when the template has no such function */
    public Function function(String logicalId) {
        return functions.stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the template has no function " + logicalId));
    }

    /**
     * @param name what {@code Ref} answers
     * @param line where the template declares it, counted from 1
     */
    public record Resource(String logicalId, String type, String name, JsonNode properties, int line) {}

    /**
     * A function that runs from its jar.
     *
     * @param aliasArn what triggers and workflows invoke; the plain ARN when no alias is published
     * @param memory in MB
     * @param snapStart whether AWS restores it from a snapshot, so that its hooks are to be called
     * @param asyncRetries how often an asynchronous event is tried again after an error
     * @param asyncMaxAge how old an asynchronous event may get
     */
    public record Function(
            String logicalId,
            String name,
            String arn,
            String aliasArn,
            Path jar,
            String handler,
            Map<String, String> environment,
            Duration timeout,
            int memory,
            boolean snapStart,
            int asyncRetries,
            Duration asyncMaxAge,
            int line) {}

    /**
     * A route of the HTTP API.
     *
     * @param method in capitals; {@code ANY} for all
     * @param path with its variables: {@code /orders/{id}}
     * @param functionArn the alias to invoke
     * @param authorizer nothing for a route that everybody may call
     * @param scopes of which a token needs one; none means that any valid token will do
     */
    public record Route(
            String method,
            String path,
            String apiId,
            String functionArn,
            Optional<Authorizer> authorizer,
            Set<String> scopes,
            int line) {}

    /**
     * Who signs the bearer tokens that an API takes.
     *
     * @param identitySource {@code $request.header.Authorization}
     */
    public record Authorizer(String name, String issuer, List<String> audiences, String identitySource) {}

    /** A queue whose messages invoke a function. */
    public record QueueTrigger(
            String functionArn,
            String queueArn,
            int batchSize,
            Duration batchingWindow,
            OptionalInt maximumConcurrency,
            boolean reportsItemFailures,
            boolean enabled,
            int line) {}

    /**
     * A function that is invoked again and again, asynchronously as EventBridge does.
     *
     * @param input JSON that the function gets instead of EventBridge's event
     */
    public record Schedule(
            String ruleName,
            String ruleArn,
            String functionArn,
            Duration every,
            Optional<String> input,
            boolean enabled,
            int line) {}

    /** @param createRequest as DynamoDB's CreateTable takes it */
    public record Table(String logicalId, String name, String arn, JsonNode createRequest, int line) {}

    public record Bucket(String logicalId, String name, boolean versioned, boolean objectLock, int line) {}

    public record Queue(
            String logicalId,
            String name,
            String url,
            String arn,
            Duration visibilityTimeout,
            Duration delay,
            Duration retention,
            Duration receiveWait,
            Optional<DeadLetters> deadLetters,
            int line) {}

    /** Where a message goes that was received too often. */
    public record DeadLetters(String queueArn, int maxReceiveCount) {}

    /** @param value never to be shown */
    public record Secret(String logicalId, String name, String arn, String value, int line) {
        @Override
        public String toString() {
            return arn;
        }
    }

    /**
     * What SES does with mails that name it.
     *
     * @param suppressedReasons for which an address gets no more mails: BOUNCE, COMPLAINT
     * @param destinations that are enabled
     */
    public record ConfigurationSet(
            String logicalId,
            String name,
            Set<String> suppressedReasons,
            List<EventDestination> destinations,
            int line) {}

    /** Where SES publishes that. @param events as configuration sets name them: bounce */
    public record EventDestination(Set<String> events, String topicArn) {}

    /** A queue that gets what is published to a topic, as it was published. */
    public record Subscription(String topicArn, String queueArn, int line) {}

    /** @param definition the Amazon States Language text, its substitutions made */
    public record Workflow(
            String logicalId, String name, String arn, String definition, Path definitionFile, int line) {}
}
