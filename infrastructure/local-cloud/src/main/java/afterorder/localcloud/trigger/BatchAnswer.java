package afterorder.localcloud.trigger;

import afterorder.localcloud.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which messages of a batch are done, by what the function answered. */
record BatchAnswer(List<Queue.Message> done) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static BatchAnswer read(Functions.Answer answer, List<Queue.Message> batch, boolean reportsItemFailures) {
        if (answer.error().isPresent()) return new BatchAnswer(List.of());
        if (!reportsItemFailures) return new BatchAnswer(batch);
        try {
            return read(JSON.readTree(answer.payload()), batch);
        } catch (IOException noJson) {
            return new BatchAnswer(List.of());
        }
    }

    /** Nothing reported is success; a report that is malformed or names an unknown message fails the whole batch. */
    private static BatchAnswer read(JsonNode answer, List<Queue.Message> batch) {
        JsonNode failures = answer.path("batchItemFailures");
        if (answer.isNull() || answer.isMissingNode() || failures.isNull()) return new BatchAnswer(batch);
        if (failures.isMissingNode() && answer.isObject()) return new BatchAnswer(batch);
        if (!failures.isArray()) return new BatchAnswer(List.of());
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : failures)
            failed.add(failure.path("itemIdentifier").asText(""));
        Set<String> known = new HashSet<>(batch.stream().map(Queue.Message::id).toList());
        if (!known.containsAll(failed)) return new BatchAnswer(List.of());
        return new BatchAnswer(
                batch.stream().filter(message -> !failed.contains(message.id())).toList());
    }
}
