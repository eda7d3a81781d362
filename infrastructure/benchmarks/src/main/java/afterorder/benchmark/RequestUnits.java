package afterorder.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * What DynamoDB bills for a call, in request units: a write by each KB of the row, twice in a transaction; a read by each
 * 4 KB, half as much where it need not be consistent.
 *
 * <p>A write here carries every attribute of its row, so the row's size shows in the call. One that sets or removes the row's
 * deadline is taken to change the index of deadlines, which deletes an entry and puts another: that is the most it can be.
 */
final class RequestUnits {
    private static final int WRITE = 1024;
    private static final int READ = 4 * 1024;
    private static final String DUE = "due";

    private RequestUnits() {}

    static double ofWrite(String operation, JsonNode request) {
        return switch (operation) {
            case "PutItem", "UpdateItem", "DeleteItem" -> written(request, 1);
            case "TransactWriteItems" -> ofTransaction(request);
            default -> 0;
        };
    }

    private static double ofTransaction(JsonNode request) {
        double units = 0;
        for (JsonNode action : request.path("TransactItems")) {
            for (JsonNode write : action) units += written(write, 2);
        }
        return units;
    }

    /** @param answerBytes what was read, as JSON has it: a little more than DynamoDB counts */
    static double ofRead(String operation, JsonNode request, long answerBytes) {
        boolean isRead = operation.equals("GetItem") || operation.equals("Query");
        double units = Math.max(1, Math.ceil((double) answerBytes / READ));
        if (!isRead) return 0;
        return request.path("ConsistentRead").asBoolean() ? units : units / 2;
    }

    private static double written(JsonNode write, int times) {
        int bytes = length(write.path("Key"))
                + length(write.path("Item"))
                + length(write.path("ExpressionAttributeNames"))
                + length(write.path("ExpressionAttributeValues"));
        double units = times * Math.max(1, Math.ceil((double) bytes / WRITE));
        boolean isIndexed = write.path("Item").has(DUE)
                || write.path("ExpressionAttributeNames").has("#" + DUE);
        return isIndexed ? units + 2 : units;
    }

    private static int length(JsonNode fields) {
        int bytes = 0;
        for (JsonNode value : fields) {
            bytes += value.isValueNode() ? value.asText().getBytes(StandardCharsets.UTF_8).length : length(value);
        }
        return bytes;
    }
}
