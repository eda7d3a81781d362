package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * Writes to the function's log: a JSON object a line, with the order and its part, the id of the invocation, and that of the
 * trace that API Gateway or Lambda began. Ids only: no personal data, no keys, no tokens.
 */
public final class Log {
    private final LambdaLogger logger;
    private final String requestId;
    private final String traceId;

    private Log(LambdaLogger logger, String requestId, String traceId) {
        this.logger = logger;
        this.requestId = requestId;
        this.traceId = traceId;
    }

    public static Log of(Context context) {
        return new Log(context.getLogger(), context.getAwsRequestId(), context.getXrayTraceId());
    }

    public void info(RowKey row, String message) {
        write(LogLevel.INFO, about(line(LogLevel.INFO, message), row));
    }

    public void error(RowKey row, String message) {
        write(LogLevel.ERROR, about(line(LogLevel.ERROR, message), row));
    }

    public void error(RowKey row, String message, Exception failure) {
        write(LogLevel.ERROR, failed(about(line(LogLevel.ERROR, message), row), failure));
    }

    /** About nothing that is known. */
    public void error(String message, Exception failure) {
        write(LogLevel.ERROR, failed(line(LogLevel.ERROR, message), failure));
    }

    /** A line of another shape. */
    void write(ObjectNode line) {
        write(LogLevel.INFO, line);
    }

    /** Lambda logs the time of each line; {@code traceId} is written as null where there is none. */
    private ObjectNode line(LogLevel level, String message) {
        return Json.MAPPER
                .createObjectNode()
                .put("level", level.name())
                .put("message", message)
                .put("requestId", requestId)
                .put("traceId", traceId);
    }

    private static ObjectNode about(ObjectNode line, RowKey row) {
        return line.put("orderId", row.orderId()).put("part", row.part());
    }

    private static ObjectNode failed(ObjectNode line, Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return line.put("failure", trace.toString());
    }

    /** Bytes are written as they are: Lambda's own format would put the whole into a text. */
    private void write(LogLevel level, ObjectNode line) {
        logger.log((line + "\n").getBytes(StandardCharsets.UTF_8), level);
    }
}
