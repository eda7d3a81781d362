package afterorder.localcloud.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one rule, and tells every mistake in it at once. */
final class RuleReader {
    private static final Set<String> NAMES = Set.of(
            "function",
            "service",
            "operation",
            "resource",
            "orderId",
            "do",
            "after",
            "times",
            "probability",
            "seed",
            "seconds",
            "by");
    private static final Set<String> SERVICES =
            Set.of("dynamodb", "sqs", "s3", "states", "ses", "secretsmanager", "lambda");
    private static final double LONGEST_SECONDS = 900;

    private final JsonNode json;
    private final List<String> mistakes = new ArrayList<>();

    private RuleReader(JsonNode json) {
        this.json = json;
    }

    /** @throws BadRules with every mistake */
    static Rule read(JsonNode json) {
        if (!json.isObject()) throw new BadRules(List.of("a rule is a JSON object, not " + json));
        return new RuleReader(json).read();
    }

    private Rule read() {
        json.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) mistakes.add("unknown: " + name);
        });
        Optional<Effect> effect = effect();
        Optional<String> service = text("service");
        service.filter(name -> !SERVICES.contains(name))
                .ifPresent(name -> mistakes.add(
                        "service is one of " + SERVICES.stream().sorted().toList() + ", not " + name));
        Optional<Double> seconds = seconds(effect);
        Optional<Duration> by = by(effect);
        long after = whole("after", 0, 0);
        long times = whole("times", 1, json.has("probability") ? Long.MAX_VALUE : 1);
        double probability = probability();
        Optional<String> function = text("function");
        Optional<String> operation = text("operation");
        Optional<String> resource = text("resource");
        Optional<String> orderId = text("orderId");
        long seed = whole("seed", Long.MIN_VALUE, 0);
        if (!mistakes.isEmpty()) throw new BadRules(mistakes);
        return new Rule(
                function,
                service,
                operation,
                resource,
                orderId,
                effect.orElseThrow(),
                after,
                times,
                probability,
                seed,
                seconds,
                by);
    }

    private Optional<Effect> effect() {
        Optional<Effect> effect = text("do").flatMap(Effect::of);
        if (effect.isEmpty()) mistakes.add("do is one of " + Effect.codes() + ", not " + json.path("do"));
        return effect;
    }

    private Optional<String> text(String name) {
        if (!json.has(name)) return Optional.empty();
        if (json.get(name).isTextual() && !json.get(name).asText().isBlank()) {
            return Optional.of(json.get(name).asText());
        }
        mistakes.add(name + " is a text, not " + json.get(name));
        return Optional.empty();
    }

    private long whole(String name, long least, long otherwise) {
        if (!json.has(name)) return otherwise;
        JsonNode value = json.get(name);
        if (value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= least) return value.asLong();
        mistakes.add(name + " is a whole number from " + least + " on, not " + value);
        return otherwise;
    }

    private double probability() {
        if (!json.has("probability")) return 1;
        double value = json.get("probability").asDouble(-1);
        if (value < 0 || value > 1) mistakes.add("probability is from 0 to 1, not " + json.get("probability"));
        return value;
    }

    private Optional<Double> seconds(Optional<Effect> effect) {
        boolean isNeeded = effect.map(Effect::needsSeconds).orElse(json.has("seconds"));
        if (!isNeeded && !json.has("seconds")) return Optional.empty();
        double value = json.path("seconds").asDouble(-1);
        if (!isNeeded)
            mistakes.add("seconds mean nothing to " + effect.orElseThrow().code());
        else if (value < 0 || value > LONGEST_SECONDS) {
            mistakes.add("seconds are from 0 to 900, not " + json.path("seconds"));
        }
        return Optional.of(value);
    }

    private Optional<Duration> by(Optional<Effect> effect) {
        boolean isNeeded = effect.map(Effect::needsPeriod).orElse(json.has("by"));
        if (!isNeeded && !json.has("by")) return Optional.empty();
        if (!isNeeded)
            mistakes.add("by means nothing to " + effect.orElseThrow().code());
        try {
            Duration by = Duration.parse(json.path("by").asText());
            if (by.isNegative()) mistakes.add("by: the clock only goes forward, not by " + by);
            return Optional.of(by);
        } catch (DateTimeException malformed) {
            mistakes.add("by is a duration as PT6M, not " + json.path("by"));
            return Optional.empty();
        }
    }
}
