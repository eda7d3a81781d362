package afterorder.desk;

import afterorder.aws.RequestBody;
import afterorder.order.Json;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page's form as it was sent: the same JSON as programs send, so that one reader judges both. */
final class TaskForm {
    private static final String SEN = "sen.";
    private static final String LICENSES = "/licenses/";

    private final Map<String, List<String>> fields;
    private final List<Integer> rows;

    private TaskForm(Map<String, List<String>> fields) {
        this.fields = fields;
        this.rows = rows(fields);
    }

    static TaskForm of(APIGatewayV2HTTPEvent request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(RequestBody.of(request), StandardCharsets.UTF_8).split("&")) {
            int end = pair.indexOf('=');
            if (end > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, end)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(end + 1)).strip());
            }
        }
        return new TaskForm(fields);
    }

    /** A license as it was sent, without its key. @param errors the names of the fields that are wrong */
    record Row(String line, String sen, Set<String> errors) {}

    /** Without what these violations are about. */
    ObjectNode json(List<Violation> violations) {
        Set<String> refused = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
        ObjectNode json = Json.MAPPER.createObjectNode();
        for (String name : List.of("vendorOrder", "account")) {
            if (!text(name).isEmpty() && !refused.contains("/" + name)) json.put(name, text(name));
        }
        if (fields.containsKey("withdraw")) {
            ArrayNode withdrawn = json.putArray("withdraw");
            fields.get("withdraw").forEach(withdrawn::add);
        }
        ArrayNode licenses = json.putArray("licenses");
        for (int index = 0; index < rows.size(); index++) {
            String place = LICENSES + index + "/";
            if (refused.stream().noneMatch(pointer -> pointer.startsWith(place))) licenses.add(license(rows.get(index)));
        }
        return json;
    }

    /** The licenses that were refused; of those before them nothing is shown again. */
    List<Row> refused(List<Violation> violations) {
        Map<Integer, Set<String>> errors = new LinkedHashMap<>();
        for (Violation violation : violations) {
            String[] place = violation.pointer().split("/");
            if (place.length == 4) {
                errors.computeIfAbsent(Integer.valueOf(place[2]), index -> new TreeSet<>()).add(place[3]);
            }
        }
        return errors.entrySet().stream()
                .map(entry -> {
                    int row = rows.get(entry.getKey());
                    return new Row(text("line." + row), text(SEN + row), entry.getValue());
                })
                .toList();
    }

    String text(String name) {
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

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // Without the cause, whose message may quote a key.
            throw Refused.noForm();
        }
    }
}
