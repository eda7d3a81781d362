package afterorder.localcloud.vendor;

import afterorder.localcloud.door.DoorBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** Reads what a test wants to be done at a next call. */
final class InstructionReader {

    private static final int MOST_SECONDS = 900;

    private InstructionReader() {}

    /** @throws IllegalArgumentException with what is wrong or unknown */
    static Instruction read(JsonNode json) {
        String what = json.path("do").asText();
        return switch (what) {
            case "delay" -> new Instruction.Delay(seconds(body(json, "call", "seconds")));
            case "error" -> {
                DoorBody body = body(json, "call", "status", "retryAfterSeconds");
                yield new Instruction.Fail(
                        body.whole("status", 400, 599), body.optionalWhole("retryAfterSeconds", 1, MOST_SECONDS));
            }
            case "throttle" ->
                new Instruction.Fail(
                        429,
                        body(json, "call", "retryAfterSeconds").optionalWhole("retryAfterSeconds", 1, MOST_SECONDS));
            case "silence" -> new Instruction.Silence(seconds(body(json, "call", "seconds")));
            case "refuse" -> new Instruction.Refuse(body(json, "reason").text("reason"));
            case "pending" -> without(json, new Instruction.Pending());
            case "lose-answer" -> without(json, new Instruction.LoseAnswer());
            case "forget" -> without(json, new Instruction.Forget());
            case "webhook-first" -> without(json, new Instruction.WebhookFirst());
            case "webhook-instead" -> without(json, new Instruction.WebhookInstead());
            case "partial" -> new Instruction.Partial(body(json, "lines").countsByLine("lines"));
            case "deviate" -> deviation(body(json, "line", "users", "months", "product"));
            default -> throw new IllegalArgumentException("unknown instruction: " + what);
        };
    }

    private static Instruction deviation(DoorBody body) {
        return new Instruction.Deviate(
                body.whole("line", 1, 1_000_000),
                body.optionalWhole("users", 1, 10_000_000),
                body.optionalWhole("months", 1, 60),
                body.optionalText("product"));
    }

    private static Duration seconds(DoorBody body) {
        return Duration.ofMillis(Math.round(body.number("seconds", 0.001, MOST_SECONDS) * 1000));
    }

    private static Instruction without(JsonNode json, Instruction instruction) {
        body(json);
        return instruction;
    }

    private static DoorBody body(JsonNode json, String... names) {
        return DoorBody.of(
                json,
                Stream.concat(Stream.of("do", "times"), Arrays.stream(names)).toArray(String[]::new));
    }
}
