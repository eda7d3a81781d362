package afterorder.localcloud.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what keeps data: tables, buckets, queues, with the limits of their services. */
final class DataViews {

    private static final Set<String> CREATE_TABLE =
            Set.of("AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes", "KeySchema");

    private static final int LONGEST_SECRET = 65_536;

    /** DynamoDB itself checks the request, so it is not checked here. */
    Template.Table table(ResolvedResource resource) {
        resource.properties().oneOf("BillingMode", Set.of("PAY_PER_REQUEST"));
        ObjectNode request = resource.fields().json().deepCopy();
        request.retain(CREATE_TABLE);
        request.put("TableName", resource.name());
        return new Template.Table(
                resource.logicalId(), resource.name(), resource.attribute("Arn"), request, resource.line());
    }

    Template.Bucket bucket(ResolvedResource resource) {
        Properties properties = resource.properties();
        boolean locked = properties.flag("ObjectLockEnabled", false);
        boolean versioned = properties
                .below("VersioningConfiguration")
                .oneOf("Status", Set.of("Enabled", "Suspended"))
                .filter("Enabled"::equals)
                .isPresent();
        if (!resource.name().matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            properties.refuse("BucketName", "is no name that S3 takes: " + resource.name());
        }
        return new Template.Bucket(resource.logicalId(), resource.name(), versioned || locked, locked, resource.line());
    }

    Template.Queue queue(ResolvedResource resource) {
        Properties properties = resource.properties();
        return new Template.Queue(
                resource.logicalId(),
                resource.attribute("QueueName"),
                resource.attribute("QueueUrl"),
                resource.attribute("Arn"),
                seconds(properties.number("VisibilityTimeout", 0, 43_200), 30),
                seconds(properties.number("DelaySeconds", 0, 900), 0),
                seconds(properties.number("MessageRetentionPeriod", 60, 1_209_600), 345_600),
                seconds(properties.number("ReceiveMessageWaitTimeSeconds", 0, 20), 0),
                deadLetters(properties),
                resource.line());
    }

    Template.Secret secret(ResolvedResource resource) {
        Properties properties = resource.properties();
        String name = resource.attribute("Name");
        String value = properties.text("SecretString");
        if (!name.matches("[A-Za-z0-9/_+=.@!-]{1,512}")) {
            properties.refuse("Name", "is no name that Secrets Manager takes: " + name);
        }
        if (value.length() > LONGEST_SECRET) {
            properties.refuse("SecretString", "is longer than " + LONGEST_SECRET);
        }
        return new Template.Secret(resource.logicalId(), name, resource.name(), value, resource.line());
    }

    void refuseUnknownDeadLetters(List<ResolvedResource> resources, List<Template.Queue> queues) {
        for (int i = 0; i < queues.size(); i++) {
            String target = queues.get(i)
                    .deadLetters()
                    .map(Template.DeadLetters::queueArn)
                    .orElse("");
            boolean found = queues.stream().anyMatch(queue -> queue.arn().equals(target));
            if (target.isEmpty() || found) continue;
            resources.get(i).properties().refuse("RedrivePolicy", "names no queue of this template: " + target);
        }
    }

    private static Optional<Template.DeadLetters> deadLetters(Properties properties) {
        if (!properties.has("RedrivePolicy")) return Optional.empty();
        Properties policy = properties.below("RedrivePolicy");
        policy.text("maxReceiveCount");
        return Optional.of(new Template.DeadLetters(
                policy.text("deadLetterTargetArn"),
                policy.number("maxReceiveCount", 1, 1000).orElse(1)));
    }

    private static Duration seconds(OptionalInt seconds, int otherwise) {
        return Duration.ofSeconds(seconds.orElse(otherwise));
    }
}
