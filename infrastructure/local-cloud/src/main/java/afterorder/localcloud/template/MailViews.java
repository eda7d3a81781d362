package afterorder.localcloud.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what becomes of SES's events: configuration sets, topics, and the queues that subscribe to these. */
final class MailViews {
    private static final Set<String> EVENTS = Set.of("bounce", "complaint", "reject");
    private static final Set<String> REASONS = Set.of("BOUNCE", "COMPLAINT");

    private final List<Template.Queue> queues;
    private final List<String> topicArns;
    private final List<ResolvedResource> destinations;

    /** @param destinations of all configuration sets */
    MailViews(List<Template.Queue> queues, List<String> topicArns, List<ResolvedResource> destinations) {
        this.queues = queues;
        this.topicArns = topicArns;
        this.destinations = destinations;
    }

    Template.ConfigurationSet configurationSet(ResolvedResource resource) {
        Properties suppression = resource.properties().below("SuppressionOptions");
        List<String> reasons = suppression.texts("SuppressedReasons");
        if (!REASONS.containsAll(reasons))
            suppression.refuse(
                    "SuppressedReasons",
                    "knows only " + REASONS.stream().sorted().toList());
        List<Template.EventDestination> ours = destinations.stream()
                .map(ResolvedResource::properties)
                .filter(destination -> destination.text("ConfigurationSetName").equals(resource.name()))
                .map(destination -> destination.below("EventDestination"))
                .filter(destination -> destination.flag("Enabled", false))
                .map(this::destination)
                .toList();
        return new Template.ConfigurationSet(
                resource.logicalId(), resource.name(), Set.copyOf(reasons), ours, resource.line());
    }

    private Template.EventDestination destination(Properties destination) {
        List<String> events = destination.texts("MatchingEventTypes");
        if (!EVENTS.containsAll(events)) {
            destination.refuse(
                    "MatchingEventTypes",
                    "of the local cloud are " + EVENTS.stream().sorted().toList());
        }
        String topic = destination.below("SnsDestination").text("TopicARN");
        if (!topicArns.contains(topic)) destination.refuse("SnsDestination", "names no topic of this template");
        return new Template.EventDestination(Set.copyOf(events), topic);
    }

    /** Empty for a person, who gets no mail from here. */
    Optional<Template.Subscription> subscription(ResolvedResource resource) {
        Properties properties = resource.properties();
        String topic = properties.text("TopicArn");
        if (!topicArns.contains(topic)) properties.refuse("TopicArn", "names no topic of this template: " + topic);
        String endpoint = properties.text("Endpoint");
        Optional<String> protocol = properties.oneOf("Protocol", Set.of("sqs", "email"));
        if (!protocol.equals(Optional.of("sqs"))) return Optional.empty();
        if (!properties.flag("RawMessageDelivery", false)) {
            properties.refuse("RawMessageDelivery", "must be true for a queue: the local cloud makes no envelopes");
        }
        if (queues.stream().noneMatch(queue -> queue.arn().equals(endpoint))) {
            properties.refuse("Endpoint", "is the ARN of no queue of this template: " + endpoint);
        }
        return Optional.of(new Template.Subscription(topic, endpoint, resource.line()));
    }
}
