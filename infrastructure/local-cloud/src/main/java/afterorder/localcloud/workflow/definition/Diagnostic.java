package afterorder.localcloud.workflow.definition;

/**
 * Something wrong with a definition.
 *
 * @param code for example {@code SCHEMA_VALIDATION_FAILED}
 * @param location a JSON pointer, for example {@code /States/Buy/Next}; empty where there is none
 */
public record Diagnostic(String code, String message, String location) {
    public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    @Override
    public String toString() {
        return code + ": " + message + (location.isEmpty() ? "" : " at " + location);
    }
}
