package afterorder.localcloud.edge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls counted by what they have in common: {@code ?by=function,service,operation}. */
record CallGroups(List<String> names) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_ERROR = 400;

    private static final Map<String, Function<CallLog.Entry, String>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("function", entry -> entry.call().caller().name());
        KNOWN.put("service", entry -> entry.call().service());
        KNOWN.put("operation", entry -> entry.call().operation());
        KNOWN.put("resource", entry -> entry.call().resource());
        KNOWN.put("orderId", entry -> entry.call().orderId().orElse(""));
        KNOWN.put("status", entry -> Integer.toString(entry.outcome().status()));
    }

    /** @throws IllegalArgumentException which names are none of a call's */
    static CallGroups by(String commaSeparated) {
        List<String> names =
                Arrays.stream(commaSeparated.split(",")).map(String::strip).toList();
        List<String> unknown =
                names.stream().filter(name -> !KNOWN.containsKey(name)).toList();
        if (unknown.isEmpty()) return new CallGroups(names);
        throw new IllegalArgumentException(
                "by takes %s, separated by commas, not %s".formatted(String.join(", ", KNOWN.keySet()), unknown));
    }

    /** One object a group, in the order of their first calls; {@code errors} counts refused and cut calls. */
    ArrayNode of(List<CallLog.Entry> entries) {
        Map<List<String>, List<CallLog.Entry>> groups = new LinkedHashMap<>();
        entries.forEach(entry ->
                groups.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry));
        ArrayNode json = JSON.createArrayNode();
        groups.forEach((key, members) -> json.add(json(key, members)));
        return json;
    }

    private List<String> key(CallLog.Entry entry) {
        return names.stream().map(name -> KNOWN.get(name).apply(entry)).toList();
    }

    private ObjectNode json(List<String> key, List<CallLog.Entry> members) {
        ObjectNode group = JSON.createObjectNode();
        for (int index = 0; index < names.size(); index++) group.put(names.get(index), key.get(index));
        return group.put("count", members.size())
                .put(
                        "requestBytes",
                        members.stream()
                                .mapToLong(entry -> entry.call().requestBytes())
                                .sum())
                .put(
                        "responseBytes",
                        members.stream()
                                .mapToLong(entry -> entry.outcome().responseBytes())
                                .sum())
                .put("errors", members.stream().filter(CallGroups::isError).count());
    }

    private static boolean isError(CallLog.Entry entry) {
        int status = entry.outcome().status();
        return status == Outcome.CUT.status() || status >= FIRST_ERROR;
    }
}
