package afterorder.localcloud.workflow.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/** Evaluates payload templates. */
public final class Query {
    private static final long LONGEST_MILLIS = 2_000;
    private static final int DEEPEST = 2_000;

    private final Expressions expressions = new Expressions();
    private final QueryFunctions functions;
    private final KnownGaps gaps = new KnownGaps();

    public Query(InstantSource clock) {
        this.functions = new QueryFunctions(clock);
    }

    /**
     * The template with each expression replaced by its value.
     *
     * @param field the template's name, for errors: {@code Output}
     */
    public JsonNode evaluate(JsonNode template, String field, Scope scope) throws QueryError {
        if (template.isTextual() && Expressions.isExpression(template.asText()))
            return value(Expressions.expression(template.asText()), field, scope);
        if (template.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < template.size(); i++) list.add(evaluate(template.get(i), field + "[" + i + "]", scope));
            return list;
        }
        if (template.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (var entry : template.properties())
                object.set(entry.getKey(), evaluate(entry.getValue(), field + "/" + entry.getKey(), scope));
            return object;
        }
        return template;
    }

    /** The same, where it has to be of a type: {@code array}, {@code boolean}, {@code number}, {@code string}. */
    public JsonNode evaluate(JsonNode template, String field, Scope scope, String type) throws QueryError {
        JsonNode value = evaluate(template, field, scope);
        String found = value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (found.equals(type)) return value;
        String expression = template.isTextual() ? Expressions.expression(template.asText()) : template.toString();
        throw QueryError.of(
                field,
                told(expression, field) + " returned an unexpected result type. Expected '" + type + "', but was '"
                        + found + "' for value: " + value);
    }

    private JsonNode value(String expression, String field, Scope scope) throws QueryError {
        Object result = run(expression, field, scope);
        if (result == null) throw QueryError.of(field, told(expression, field) + " returned nothing (undefined).");
        try {
            return JsonValues.fromQuery(result);
        } catch (JsonValues.NotJson _) {
            throw QueryError.of(field, told(expression, field) + " returned an unsupported result type.");
        }
    }

    private Object run(String expression, String field, Scope scope) throws QueryError {
        try {
            Jsonata jsonata = expressions.compile(expression);
            Jsonata.Frame frame = jsonata.createFrame();
            frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
            functions.bindTo(frame);
            gaps.bindTo(frame);
            frame.bind("states", JsonValues.toQuery(scope.states()));
            scope.variables().forEach((name, value) -> frame.bind(name, JsonValues.toQuery(value)));
            return jsonata.evaluate(null, frame);
        } catch (JException error) {
            throw failure(error, expression, field);
        } catch (NotSupported error) {
            throw QueryError.gap(field, told(expression, field) + " is not supported: " + error.getMessage());
        } catch (RuntimeException | StackOverflowError error) {
            // A JSONata mistake is a JException; anything else is the library's own and no answer of AWS's.
            throw QueryError.gap(field, told(expression, field) + " cannot be evaluated by the local cloud: " + error);
        }
    }

    /** An error without a code of JSONata's is a bound of the library's: time, depth. */
    private static QueryError failure(JException error, String expression, String field) {
        boolean known = String.valueOf(error.getError()).matches("[A-Z]\\d{4}");
        if (!known) return QueryError.gap(field, told(expression, field) + " was given up: " + error.getError());
        return QueryError.of(
                field,
                told(expression, field) + " threw an error during evaluation. " + error.getError() + ": "
                        + error.getMessage());
    }

    private static String told(String expression, String field) {
        return "The JSONata expression '" + expression + "' specified for the field '" + field + "'";
    }
}
