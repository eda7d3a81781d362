package afterorder.aws;

import afterorder.order.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * Figures of which CloudWatch makes metrics: a line of the log in the embedded metric format says them, so nobody calls
 * CloudWatch (CloudWatch user guide, "Specification: Embedded metric format").
 */
public final class Metrics {
    /** Mails to staff that were not sent, or came back: nobody else hears of what they said. */
    public static final String STAFF_MAILS_LOST = "StaffMailsLost";

    private final String namespace;

    public Metrics(Environment environment) {
        this.namespace = environment.get("METRICS_NAMESPACE");
    }

    /** A mail to staff is lost. */
    public void staffMailLost(Context context, Instant now) {
        write(context, now, Map.of(STAFF_MAILS_LOST, 1L));
    }

    /** @param figures counts, and seconds where the name ends so */
    public void write(Context context, Instant now, Map<String, Long> figures) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        ObjectNode described = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
        ObjectNode ours = described.putArray("CloudWatchMetrics").addObject().put("Namespace", namespace);
        ours.putArray("Dimensions").addArray();
        ArrayNode metrics = ours.putArray("Metrics");
        figures.forEach((name, figure) -> {
            metrics.addObject().put("Name", name).put("Unit", name.endsWith("Seconds") ? "Seconds" : "Count");
            line.put(name, figure);
        });
        Log.of(context).write(line);
    }
}
