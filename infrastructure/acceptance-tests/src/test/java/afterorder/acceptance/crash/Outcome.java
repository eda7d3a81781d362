package afterorder.acceptance.crash;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a scenario with faults.
 *
 * @param strikes how often they struck: 0 when the order came to its end without that call
 * @param violations of invariants, and differences from how it is undisturbed
 */
record Outcome(String scenario, List<Fault> faults, int strikes, boolean isParked, List<String> violations) {

    /** By which it is found again: scenario and faults. */
    static String key(String scenario, List<Fault> faults) {
        return scenario + "\t" + faults.stream().map(Fault::toString).collect(Collectors.joining(" + "));
    }

    String key() {
        return key(scenario, faults);
    }

    boolean isGood() {
        return violations.isEmpty();
    }

    private String word() {
        if (!isGood()) return "VIOLATION";
        if (strikes == 0) return "not struck";
        return isParked ? "parked" : "done";
    }

    /** One line: scenario, faults, outcome and violations, by tabulators. */
    String line() {
        return key() + "\t" + word() + "\t" + String.join(" | ", violations).replaceAll("\\s+", " ");
    }
}
