package afterorder.localcloud.workflow;

import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a call; the ones that the local cloud does not know are refused by name. */
final class Request {
    private static final int LARGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    private final JsonNode parameters;

    Request(JsonNode parameters, Set<String> known) {
        this.parameters = parameters;
        for (var entry : parameters.properties()) {
            if (!known.contains(entry.getKey()))
                throw invalid("The parameter '" + entry.getKey() + "' is not supported by the local cloud");
        }
    }

    static AwsError invalid(String message) {
        return AwsError.of("ValidationException", message);
    }

    String text(String name) {
        String text = optional(name);
        if (text == null)
            throw invalid("1 validation error detected: Value null at '" + name
                    + "' failed to satisfy constraint: Member must not be null");
        return text;
    }

    @Nullable
    String optional(String name) {
        JsonNode value = parameters.get(name);
        if (value == null || value.isNull()) return null;
        if (!value.isTextual()) throw AwsError.of("SerializationException", "'" + name + "' must be a string");
        return value.asText();
    }

    String optional(String name, int longest) {
        String text = optional(name);
        if (text != null && text.length() > longest)
            throw invalid("1 validation error detected: Value at '" + name
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + longest);
        return text == null ? "" : text;
    }

    @Nullable
    String oneOf(String name, List<String> values) {
        String text = optional(name);
        if (text == null || values.contains(text)) return text;
        throw invalid("1 validation error detected: Value '" + text + "' at '" + name
                + "' failed to satisfy constraint: Member must satisfy enum value set: " + values);
    }

    boolean flag(String name, boolean otherwise) {
        return parameters.path(name).asBoolean(otherwise);
    }

    @Nullable
    JsonNode json(String name) {
        return parameters.get(name);
    }

    /** A name as Step Functions takes it, but for characters beyond ASCII. */
    static String checkName(String name) {
        boolean fits = name.matches("[\\x21-\\x7e]{1,80}") && !name.matches(".*[<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/].*");
        if (fits) return name;
        throw AwsError.of("InvalidName", "Invalid Name: '" + name + "'");
    }

    /** @param kind {@code stateMachine}, {@code execution} */
    String arn(String name, String kind) {
        String arn = text(name);
        if (!arn.startsWith("arn:")) throw AwsError.of("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
        String[] parts = arn.split(":", 7);
        if (parts.length < 7 || !parts[2].equals("states") || !parts[5].equals(kind))
            throw AwsError.of("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + arn + "'");
        return arn;
    }

    <T> Page<T> page(List<T> all) {
        int asked = parameters.path("maxResults").asInt(0);
        if (asked < 0 || asked > LARGEST_PAGE)
            throw invalid("1 validation error detected: Value '" + asked + "' at 'maxResults' failed to satisfy"
                    + " constraint: Member must have value less than or equal to " + LARGEST_PAGE);
        String token = optional("nextToken");
        if (token != null && !token.matches("\\d{1,9}"))
            throw AwsError.of("InvalidToken", "Invalid Token: '" + token + "'");
        int from = Math.min(all.size(), token == null ? 0 : Integer.parseInt(token));
        int to = Math.min(all.size(), from + (asked == 0 ? USUAL_PAGE : asked));
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    /** @param next what to ask with for the following ones; null: there are none */
    record Page<T>(List<T> items, @Nullable String next) {}
}
