package afterorder.desk;

import afterorder.aws.RequestBody;
import afterorder.order.Json;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page's form as it was sent: the same JSON as programs send, so that one reader judges both. It holds keys. */
final class TaskForm {
    private static final String SEN = "sen.";
    private static final String WITHDRAW = "withdraw";
    private static final List<String> TEXTS = List.of("vendorOrder", "account");

    private final Map<String, List<String>> fields;
    private final List<Integer> rows;

    private TaskForm(Map<String, List<String>> fields) {
        this.fields = fields;
        this.rows = rows(fields);
    }

    static TaskForm of(APIGatewayV2HTTPEvent request) {
        return new TaskForm(RequestBody.form(request));
    }

    /** A license as it was sent, without its key. @param errors the names of the fields that are wrong */
    record Row(String line, String sen, Set<String> errors) {}

    ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (String name : TEXTS) if (!text(name).isEmpty()) json.put(name, text(name));
        if (fields.containsKey(WITHDRAW)) {
            ArrayNode withdrawn = json.putArray(WITHDRAW);
            fields.get(WITHDRAW).forEach(withdrawn::add);
        }
        ArrayNode licenses = json.putArray("licenses");
        rows.forEach(row -> licenses.add(license(row)));
        return json;
    }

    /** Without what these violations are about. */
    TaskForm without(List<Violation> violations) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(fields);
        violations.forEach(violation -> fewer.remove(
                violation.pointer().substring(Math.min(1, violation.pointer().length()))));
        errors(violations).keySet().forEach(index -> fewer.remove(SEN + rows.get(index)));
        return new TaskForm(fewer);
    }

    boolean isEmpty() {
        return rows.isEmpty()
                && !fields.containsKey(WITHDRAW)
                && TEXTS.stream().allMatch(name -> text(name).isEmpty());
    }

    boolean hasAsMuchAs(TaskForm other) {
        return fields.size() == other.fields.size();
    }

    /** The licenses that violate something. */
    List<Row> refused(List<Violation> violations) {
        return errors(violations).entrySet().stream()
                .map(entry -> {
                    int row = rows.get(entry.getKey());
                    return new Row(text("line." + row), text(SEN + row), entry.getValue());
                })
                .toList();
    }

    /** The fields that are wrong, by the license's place in the JSON. */
    private static Map<Integer, Set<String>> errors(List<Violation> violations) {
        Map<Integer, Set<String>> errors = new TreeMap<>();
        for (Violation violation : violations) {
            String[] place = violation.pointer().split("/");
            if (place.length == 4) {
                errors.computeIfAbsent(Integer.valueOf(place[2]), index -> new TreeSet<>())
                        .add(place[3]);
            }
        }
        return errors;
    }

    private String text(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    private ObjectNode license(int row) {
        ObjectNode license = Json.MAPPER.createObjectNode();
        String line = text("line." + row);
        if (line.matches("\\d{1,6}")) license.put("line", Integer.parseInt(line));
        else license.put("line", line);
        return license.put("sen", text(SEN + row)).put("key", text("key." + row));
    }

    /** Those with a key, or a SEN that the page did not fill in: the rest is still to be entered. */
    private static List<Integer> rows(Map<String, List<String>> fields) {
        return fields.keySet().stream()
                .filter(name -> name.matches("sen\\.\\d{1,4}"))
                .map(name -> Integer.valueOf(name.substring(SEN.length())))
                .sorted()
                .filter(row -> isEntered(fields, row))
                .toList();
    }

    private static boolean isEntered(Map<String, List<String>> fields, int row) {
        String key = fields.getOrDefault("key." + row, List.of("")).getFirst();
        String sen = fields.get(SEN + row).getFirst();
        String given = fields.getOrDefault("given." + row, List.of("")).getFirst();
        return !key.isEmpty() || !sen.equals(given);
    }
}
