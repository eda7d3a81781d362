package afterorder.localcloud.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/** What the marketplace is told to do at the next order. */
sealed interface Instruction {

    /** Waits before it sells, in real time. */
    record Delay(Duration time) implements Instruction {}

    /** Answers a status, and sells nothing. */
    record Fail(int status) implements Instruction {}

    /** Sells, then cuts the connection. */
    record LoseAnswer() implements Instruction {}

    record Refuse(String reason) implements Instruction {}

    /** @throws IllegalArgumentException with what is wrong or unknown */
    static Instruction of(JsonNode body) {
        String what = body.path("do").asText();
        return switch (what) {
            case "delay" -> {
                allow(body, Set.of("do", "seconds"));
                yield new Delay(Duration.ofMillis(Math.round(within(body, "seconds", 0.001, 900) * 1000)));
            }
            case "error" -> {
                allow(body, Set.of("do", "status", "times"));
                yield new Fail((int) within(body, "status", 400, 599));
            }
            case "lose-answer" -> {
                allow(body, Set.of("do"));
                yield new LoseAnswer();
            }
            case "refuse" -> {
                allow(body, Set.of("do", "reason"));
                if (body.path("reason").asText().isBlank()) throw new IllegalArgumentException("refuse needs a reason");
                yield new Refuse(body.path("reason").asText());
            }
            default -> throw new IllegalArgumentException("unknown instruction: " + what);
        };
    }

    /** How many orders the instruction is for. */
    static int times(JsonNode body) {
        return body.has("times") ? (int) within(body, "times", 1, 1000) : 1;
    }

    private static void allow(JsonNode body, Set<String> names) {
        body.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) throw new IllegalArgumentException("unknown in this instruction: " + name);
        });
    }

    private static double within(JsonNode body, String name, double least, double most) {
        double number = body.path(name).asDouble(Double.NaN);
        if (number >= least && number <= most) return number;
        throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
    }
}
