package afterorder.localcloud.fault;

import afterorder.localcloud.door.JsonFile;
import afterorder.localcloud.edge.AnsweredInstead;
import afterorder.localcloud.edge.Md5;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

/** What a service answers that does not do what it says, and what of a request it overlooks. */
final class BrokenWorld {
    private static final String XML = "text/xml";
    private static final String AMZ_JSON = "application/x-amz-json-1.0";

    private BrokenWorld() {}

    /** A write without its conditions, also in a transaction. */
    static byte[] withoutConditions(byte[] body) {
        JsonNode request = json(body);
        strip(request);
        request.path("TransactItems").forEach(action -> action.forEach(BrokenWorld::strip));
        return bytes(request);
    }

    private static void strip(JsonNode write) {
        if (!(write instanceof ObjectNode object) || !object.has("ConditionExpression")) return;
        String condition = object.remove("ConditionExpression").asText();
        String update = object.path("UpdateExpression").asText();
        dropUnused(object, "ExpressionAttributeNames", condition, update);
        dropUnused(object, "ExpressionAttributeValues", condition, update);
    }

    /** DynamoDB refuses names and values that no expression uses. */
    private static void dropUnused(ObjectNode write, String of, String condition, String update) {
        if (!(write.get(of) instanceof ObjectNode all)) return;
        for (Iterator<String> names = all.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (condition.contains(name) && !update.matches("(?s).*" + name + "(?![A-Za-z0-9_]).*")) names.remove();
        }
        if (all.isEmpty()) write.remove(of);
    }

    /** A transaction that leaves out the rows whose key begins with {@code counter-}. */
    static byte[] withoutCounters(byte[] body) {
        JsonNode request = json(body);
        Iterator<JsonNode> actions = request.path("TransactItems").elements();
        while (actions.hasNext()) {
            String key = actions.next().at("/Update/Key/orderId/S").asText();
            if (key.startsWith("counter-")) actions.remove();
        }
        return bytes(request);
    }

    static AnsweredInstead queued(byte[] body) {
        ObjectNode answer = JsonFile.JSON
                .createObjectNode()
                .put("MessageId", UUID.randomUUID().toString())
                .put("MD5OfMessageBody", Md5.hex(json(body).path("MessageBody").asText()));
        return new AnsweredInstead(AMZ_JSON, answer.toString(), Map.of());
    }

    static AnsweredInstead mailed() {
        String id = UUID.randomUUID().toString();
        return new AnsweredInstead(XML, """
                <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>\
                <MessageId>%1$s</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>%1$s</RequestId>\
                </ResponseMetadata></SendRawEmailResponse>""".formatted(id), Map.of());
    }

    static AnsweredInstead stored() {
        return new AnsweredInstead("application/xml", "", Map.of("ETag", "\"" + Md5.hex("") + "\""));
    }

    static AnsweredInstead started(byte[] body) {
        JsonNode request = json(body);
        String execution = request.path("stateMachineArn").asText().replace(":stateMachine:", ":execution:") + ":"
                + request.path("name").asText();
        ObjectNode answer =
                JsonFile.JSON.createObjectNode().put("executionArn", execution).put("startDate", 0);
        return new AnsweredInstead(AMZ_JSON, answer.toString(), Map.of());
    }

    private static JsonNode json(byte[] body) {
        try {
            return JsonFile.JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException malformed) {
            return JsonFile.JSON.missingNode();
        }
    }

    private static byte[] bytes(JsonNode request) {
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
