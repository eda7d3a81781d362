package afterorder.localcloud.trigger;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event in which Lambda gives a batch of messages to a function. */
record QueueEvent(QueueMapping mapping, List<Queue.Message> messages) {
    private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();

    byte[] json() {
        ObjectNode event = NODES.objectNode();
        messages.forEach(message -> event.withArray("Records").add(item(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode item(Queue.Message message) {
        ObjectNode item = NODES.objectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.receipt())
                .put("body", message.body());
        ObjectNode attributes = item.putObject("attributes");
        message.attributes().forEach(attributes::put);
        ObjectNode messageAttributes = item.putObject("messageAttributes");
        message.messageAttributes().forEach((name, attribute) -> messageAttributes.set(name, attribute(attribute)));
        return item.put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", mapping.queueArn())
                .put("awsRegion", mapping.region());
    }

    private static ObjectNode attribute(Queue.Attribute attribute) {
        ObjectNode node = NODES.objectNode();
        attribute.text().ifPresent(text -> node.put("stringValue", text));
        attribute.binary().ifPresent(bytes -> node.put("binaryValue", bytes));
        node.putArray("stringListValues");
        node.putArray("binaryListValues");
        return node.put("dataType", attribute.type());
    }
}
