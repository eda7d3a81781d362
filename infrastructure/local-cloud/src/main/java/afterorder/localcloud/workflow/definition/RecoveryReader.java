package afterorder.localcloud.workflow.definition;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads Retry and Catch. */
final class RecoveryReader {
    private static final double LONGEST = 99_999_999;
    private static final double LONGEST_DELAY = 31_622_400;

    State.Recovery read(Fields fields) {
        List<Fields> retry = fields.has("Retry") ? fields.list("Retry", false) : List.of();
        List<Fields> catches = fields.has("Catch") ? fields.list("Catch", false) : List.of();
        checkAll(retry);
        checkAll(catches);
        return new State.Recovery(
                retry.stream().map(RecoveryReader::retrier).toList(),
                catches.stream().map(RecoveryReader::catcher).toList());
    }

    private static Retrier retrier(Fields fields) {
        fields.allow(Set.of(
                "ErrorEquals",
                "IntervalSeconds",
                "MaxAttempts",
                "BackoffRate",
                "MaxDelaySeconds",
                "JitterStrategy",
                "Comment"));
        double interval = fields.number("IntervalSeconds", 1, 1, LONGEST, true);
        double delay = fields.number("MaxDelaySeconds", LONGEST_DELAY - 1, 1, LONGEST_DELAY - 1, true);
        if (fields.has("MaxDelaySeconds") && delay <= interval)
            fields.wrong("MaxDelaySeconds", "Value must be greater than 'IntervalSeconds'");
        return new Retrier(
                errors(fields),
                Duration.ofSeconds((long) interval),
                (int) fields.number("MaxAttempts", 3, 0, LONGEST, true),
                fields.number("BackoffRate", 2, 1, Integer.MAX_VALUE, false),
                Duration.ofSeconds((long) (fields.has("MaxDelaySeconds") ? delay : LONGEST)),
                fields.text("JitterStrategy", Set.of("FULL", "NONE"), "NONE").equals("FULL"));
    }

    private static State.Catcher catcher(Fields fields) {
        fields.require("Next");
        fields.allow(Set.of("ErrorEquals", "Next", "Output", "Assign", "Comment"));
        return new State.Catcher(
                errors(fields), new State.Exit(fields.template("Output"), fields.assignments(), fields.text("Next")));
    }

    private static List<String> errors(Fields fields) {
        fields.require("ErrorEquals");
        return fields.texts("ErrorEquals");
    }

    /** States.ALL stands alone, and last. */
    private static void checkAll(List<Fields> rules) {
        for (int i = 0; i < rules.size(); i++) {
            List<String> errors = rules.get(i).texts("ErrorEquals");
            if (errors.contains("States.ALL") && (errors.size() > 1 || i < rules.size() - 1))
                rules.get(i).wrong("ErrorEquals", "States.ALL must appear alone, and in the last rule");
        }
    }
}
