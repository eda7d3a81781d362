package afterorder.localcloud.workflow.definition;

import afterorder.localcloud.workflow.query.Expressions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a definition, with its place in it; what is wrong is collected, not thrown. */
final class Fields {
    private final JsonNode object;
    private final String location;
    private final List<Diagnostic> diagnostics;

    Fields(JsonNode object, String location, List<Diagnostic> diagnostics) {
        this.object = object;
        this.location = location;
        this.diagnostics = diagnostics;
        if (!object.isObject() && !object.isMissingNode()) wrong("Value is not of type OBJECT");
    }

    String at(String field) {
        return location + "/" + field;
    }

    boolean has(String field) {
        return object.has(field);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void wrong(String message) {
        diagnostics.add(new Diagnostic(Diagnostic.SCHEMA, message, location.isEmpty() ? "/" : location));
    }

    void wrong(String field, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.SCHEMA, message, at(field)));
    }

    void require(String... fields) {
        List<String> missing = Stream.of(fields).filter(field -> !has(field)).toList();
        if (!missing.isEmpty()) wrong("These fields are required: " + missing);
    }

    void allow(Set<String> fields) {
        for (String name : names()) {
            if (!fields.contains(name)) wrong(name, "Field is not supported");
        }
    }

    Fields fields(String field) {
        return new Fields(object.path(field), at(field), diagnostics);
    }

    List<Fields> list(String field, boolean filled) {
        JsonNode list = object.path(field);
        List<Fields> found = new ArrayList<>();
        if (!list.isArray() || filled && list.isEmpty()) {
            wrong(field, filled ? "Value must be a non-empty array" : "Value is not of type ARRAY");
            return found;
        }
        for (int i = 0; i < list.size(); i++)
            found.add(new Fields(list.get(i), at(field) + "[" + i + "]", diagnostics));
        return found;
    }

    List<String> texts(String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode value : object.path(field)) found.add(value.asText());
        if (has(field) && found.isEmpty()) wrong(field, "Value must be a non-empty array of strings");
        return found;
    }

    /** In JSONPath, <code>.$</code> at the end of a name asks for a path, and <code>{% %}</code> is mere text. */
    void refusePaths(String field) {
        String text = object.path(field).toString();
        if (text.contains(".$\"") || text.contains("\"{%"))
            wrong(field, "Value is only supported in JSONata here: set 'QueryLanguage' to 'JSONata'");
    }

    @Nullable
    String text(String field) {
        JsonNode value = object.get(field);
        if (value == null) return null;
        if (!value.isTextual()) wrong(field, "Value is not of type STRING");
        return value.asText();
    }

    String text(String field, Set<String> values, String otherwise) {
        String value = text(field);
        if (value == null) return otherwise;
        if (!values.contains(value)) wrong(field, "Value is not one of " + values);
        return value;
    }

    boolean flag(String field) {
        JsonNode value = object.get(field);
        if (value == null) return false;
        if (!value.isBoolean()) wrong(field, "Value is not of type BOOLEAN");
        return value.asBoolean();
    }

    double number(String field, double otherwise, double least, double most, boolean integer) {
        JsonNode value = object.get(field);
        if (value == null) return otherwise;
        boolean fits = value.isNumber() && value.asDouble() >= least && value.asDouble() <= most;
        if (!fits || integer && !value.isIntegralNumber())
            wrong(field, "Value must be a number from " + (long) least + " to " + (long) most);
        return value.asDouble(otherwise);
    }

    /** A payload template; its JSONata is compiled to find mistakes early. */
    @Nullable
    JsonNode template(String field) {
        JsonNode value = object.get(field);
        if (value != null) check(value, at(field));
        return value;
    }

    /** A template that must tell a number in the end. */
    @Nullable
    JsonNode number(String field, double least, double most) {
        JsonNode value = object.get(field);
        if (value == null || Expressions.isExpression(value)) return template(field);
        number(field, 0, least, most, true);
        return value;
    }

    /** A template that must tell a text in the end. */
    @Nullable
    JsonNode textual(String field) {
        text(field);
        return template(field);
    }

    @Nullable
    ObjectNode assignments() {
        JsonNode value = template("Assign");
        if (value == null) return null;
        if (!(value instanceof ObjectNode assign)) {
            wrong("Assign", "Value is not of type OBJECT");
            return null;
        }
        for (var entry : assign.properties()) {
            String name = entry.getKey();
            if (name.equals("states")) wrong("Assign", "The variable name 'states' is reserved");
            if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,79}"))
                wrong("Assign", "'" + name + "' is not a variable name");
        }
        return assign;
    }

    /** The variables that the states in here assign themselves. */
    Set<String> assigned() {
        Set<String> assigned = new LinkedHashSet<>();
        for (JsonNode state : object.path("States")) {
            state.path("Assign").fieldNames().forEachRemaining(assigned::add);
            for (String rules : List.of("Choices", "Catch"))
                for (JsonNode rule : state.path(rules))
                    rule.path("Assign").fieldNames().forEachRemaining(assigned::add);
        }
        return assigned;
    }

    private void check(JsonNode template, String at) {
        if (template.isTextual()) {
            String problem = Expressions.problem(template.asText());
            if (problem != null) diagnostics.add(new Diagnostic(Diagnostic.SCHEMA, problem, at));
        } else if (template.isArray()) {
            for (int i = 0; i < template.size(); i++) check(template.get(i), at + "[" + i + "]");
        } else {
            for (var entry : template.properties()) check(entry.getValue(), at + "/" + entry.getKey());
        }
    }
}
