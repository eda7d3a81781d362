package afterorder.localcloud.queue;

import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** SQS counts bytes of body and attributes, and those of a batch together; ElasticMQ counts characters of the body. */
final class MessageSizes {

    private MessageSizes() {}

    static void check(String operation, JsonNode request, int most) {
        if (operation.equals("SendMessage")) {
            if (size(request) > most) throw tooLong(most);
        } else if (operation.equals("SendMessageBatch")) {
            int total = 0;
            for (JsonNode entry : request.path("Entries")) {
                if (size(entry) > most) throw tooLong(most);
                total += size(entry);
            }
            if (total > QueueSettings.MEGABYTE) {
                throw AwsError.of(
                        "com.amazonaws.sqs#BatchRequestTooLong",
                        "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                                .formatted(QueueSettings.MEGABYTE, total));
            }
        }
    }

    private static int size(JsonNode message) {
        int size = bytes(message.path("MessageBody").asText());
        for (var attribute : message.path("MessageAttributes").properties()) {
            JsonNode value = attribute.getValue();
            size += bytes(attribute.getKey()) + bytes(value.path("DataType").asText());
            size += bytes(value.path("StringValue").asText());
            size += Base64.getDecoder().decode(value.path("BinaryValue").asText()).length;
        }
        return size;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static AwsError tooLong(int most) {
        return AwsError.of(
                "com.amazonaws.sqs#InvalidParameterValue",
                "One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
    }
}
