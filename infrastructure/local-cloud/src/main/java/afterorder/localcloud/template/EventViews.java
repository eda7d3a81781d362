package afterorder.localcloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the events of functions: routes, queues, schedules. */
final class EventViews {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");
    private static final Pattern RATE = Pattern.compile("rate\\(([1-9]\\d{0,5}) (minute|hour|day)(s?)\\)");
    private static final String OPEN = "NONE";
    private static final int LONGEST_INPUT = 8_192;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<ResolvedResource> apis;
    private final List<Template.Queue> queues;
    private final Problems problems;
    private final KnownProperties known = new KnownProperties();
    private final List<Template.Route> routes = new ArrayList<>();
    private final List<Template.QueueTrigger> queueTriggers = new ArrayList<>();
    private final List<Template.Schedule> schedules = new ArrayList<>();
    private final Set<String> takenRoutes = new HashSet<>();

    EventViews(List<ResolvedResource> apis, List<Template.Queue> queues, Problems problems) {
        this.apis = apis;
        this.queues = queues;
        this.problems = problems;
    }

    List<Template.Route> routes() {
        return List.copyOf(routes);
    }

    List<Template.QueueTrigger> queueTriggers() {
        return List.copyOf(queueTriggers);
    }

    List<Template.Schedule> schedules() {
        return List.copyOf(schedules);
    }

    void read(ResolvedResource resource, Template.Function function) {
        resource.properties().below("Events").each().forEach((name, event) -> {
            event.fields().byName().forEach((attribute, value) -> {
                if (!Set.of("Type", "Properties").contains(attribute)) event.refuse(attribute, "is unknown");
            });
            String type = event.text("Type");
            Properties properties = event.below("Properties");
            switch (type) {
                case "HttpApi" -> routes.add(route(function, checked(type, properties)));
                case "SQS" -> queueTriggers.add(queueTrigger(function, checked(type, properties)));
                case "Schedule" -> schedules.add(schedule(function, name, checked(type, properties), resource));
                default -> event.refuse("Type", "is an event unknown to the local cloud: " + type);
            }
        });
    }

    private Properties checked(String type, Properties properties) {
        known.check(type, properties.fields(), problems);
        return properties;
    }

    private Template.Route route(Template.Function function, Properties event) {
        String method = event.text("Method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) event.refuse("Method", "is unknown: " + method);
        String path = event.text("Path");
        if (!path.startsWith("/")) event.refuse("Path", "must begin with a slash");
        String apiId = event.text("ApiId");
        if (!takenRoutes.add(apiId + " " + method + " " + path.replaceAll("\\{[^}]*}", "{}"))) {
            event.refuse("Path", "is taken by another event: " + method + " " + path);
        }
        Optional<Template.Authorizer> authorizer = apis.stream()
                .filter(api -> api.name().equals(apiId))
                .findFirst()
                .map(api -> authorizer(api.properties().below("Auth"), event))
                .orElseGet(() -> {
                    event.refuse("ApiId", "names no HTTP API of this template");
                    return Optional.empty();
                });
        Set<String> scopes = Set.copyOf(event.below("Auth").texts("AuthorizationScopes"));
        if (authorizer.isEmpty() && !scopes.isEmpty()) event.refuse("Auth", "has scopes, but no authorizer reads them");
        return new Template.Route(method, path, apiId, function.aliasArn(), authorizer, scopes, event.line());
    }

    private static Optional<Template.Authorizer> authorizer(Properties auth, Properties event) {
        Optional<String> wanted =
                event.below("Auth").optionalText("Authorizer").or(() -> auth.optionalText("DefaultAuthorizer"));
        if (wanted.isEmpty() || wanted.get().equals(OPEN)) return Optional.empty();
        String name = wanted.get();
        Properties declared = auth.below("Authorizers").below(name);
        if (!auth.below("Authorizers").has(name)) event.refuse("Auth", "names an unknown authorizer: " + name);
        Properties tokens = declared.below("JwtConfiguration");
        return Optional.of(new Template.Authorizer(
                name, tokens.text("issuer"), List.copyOf(tokens.texts("audience")), declared.text("IdentitySource")));
    }

    private Template.QueueTrigger queueTrigger(Template.Function function, Properties event) {
        String queueArn = event.text("Queue");
        queues.stream()
                .filter(queue -> queue.arn().equals(queueArn))
                .findFirst()
                .ifPresentOrElse(
                        queue -> {
                            if (queue.visibilityTimeout().compareTo(function.timeout()) < 0) {
                                event.refuse("Queue", "has a visibility timeout shorter than the function's timeout");
                            }
                        },
                        () -> event.refuse("Queue", "is the ARN of no queue of this template: " + queueArn));
        int batchSize = event.number("BatchSize", 1, 10_000).orElse(10);
        int window = event.number("MaximumBatchingWindowInSeconds", 0, 300).orElse(0);
        if (batchSize > 10 && window == 0) {
            event.refuse("BatchSize", "over 10 needs MaximumBatchingWindowInSeconds of at least 1");
        }
        List<String> responses = event.texts("FunctionResponseTypes");
        if (!Set.of("ReportBatchItemFailures").containsAll(responses)) {
            event.refuse("FunctionResponseTypes", "knows only ReportBatchItemFailures");
        }
        OptionalInt maximum = event.below("ScalingConfig").number("MaximumConcurrency", 2, 1000);
        return new Template.QueueTrigger(
                function.aliasArn(),
                queueArn,
                batchSize,
                Duration.ofSeconds(window),
                maximum,
                !responses.isEmpty(),
                event.flag("Enabled", true),
                event.line());
    }

    private Template.Schedule schedule(
            Template.Function function, String name, Properties event, ResolvedResource resource) {
        String ruleName = resource.references().names().name(resource.logicalId() + name, 64);
        return new Template.Schedule(
                ruleName,
                Addresses.arn("events", "rule/" + ruleName),
                function.aliasArn(),
                every(event),
                input(event),
                isEnabled(event),
                event.line());
    }

    private static boolean isEnabled(Properties event) {
        boolean isOn = event.oneOf("State", Set.of("ENABLED", "DISABLED"))
                .map("ENABLED"::equals)
                .orElse(true);
        return isOn && event.flag("Enabled", true);
    }

    /** EventBridge takes 8,192 characters of JSON (PutTargets, "Input"). */
    private static Optional<String> input(Properties event) {
        Optional<String> input = event.optionalText("Input");
        if (input.isEmpty()) return input;
        try {
            JSON.readTree(input.get());
        } catch (JsonProcessingException broken) {
            event.refuse("Input", "must be JSON: " + broken.getOriginalMessage());
        }
        if (input.get().length() > LONGEST_INPUT) event.refuse("Input", "is longer than " + LONGEST_INPUT);
        return input;
    }

    private static Duration every(Properties event) {
        String expression = event.text("Schedule");
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches() || rate.group(1).equals("1") != rate.group(3).isEmpty()) {
            event.refuse("Schedule", "must be a rate, as in rate(1 minute) or rate(5 minutes), not " + expression);
            return Duration.ofMinutes(1);
        }
        long number = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
