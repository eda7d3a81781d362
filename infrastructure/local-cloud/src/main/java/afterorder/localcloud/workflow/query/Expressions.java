package afterorder.localcloud.workflow.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The JSONata in definitions: which texts are expressions, and what is wrong with one. */
public final class Expressions {
    /** Compiled expressions are kept: there are as many as the definitions have. */
    private final Map<String, Jsonata> compiled = new ConcurrentHashMap<>();

    Jsonata compile(String expression) {
        return compiled.computeIfAbsent(expression, text -> {
            Jsonata jsonata = Jsonata.jsonata(text);
            jsonata.setOutputConvertNulls(false);
            return jsonata;
        });
    }

    public static boolean isExpression(JsonNode value) {
        return value.isTextual() && isExpression(value.asText());
    }

    /** Null where the text is mere text, or a well-formed expression. */
    public static @Nullable String problem(String text) {
        if (text.startsWith("{%") != text.endsWith("%}"))
            return "The JSONata expression must start with '{%' and end with '%}': " + text;
        if (!isExpression(text)) return null;
        try {
            List<Exception> errors = Jsonata.jsonata(expression(text)).getErrors();
            return errors == null || errors.isEmpty() ? null : problem(text, errors.getFirst());
        } catch (JException error) {
            return problem(text, error);
        }
    }

    static boolean isExpression(String text) {
        return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
    }

    static String expression(String text) {
        return text.substring(2, text.length() - 2).strip();
    }

    private static String problem(String text, Exception error) {
        return "The JSONata expression '" + expression(text) + "' cannot be parsed: " + error.getMessage();
    }
}
