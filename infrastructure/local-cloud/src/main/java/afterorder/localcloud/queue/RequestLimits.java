package afterorder.localcloud.queue;

import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What SQS refuses and ElasticMQ does not. SQS counts the bytes of body and attributes, and those of a batch together;
 * ElasticMQ counts the characters of the body.
 */
final class RequestLimits {
    private static final int LONGEST_VISIBILITY = 43_200;

    private RequestLimits() {}

    /**
     * @param most bytes in a message of this queue
     * @throws AwsError as SQS words it
     */
    static void check(String operation, JsonNode request, int most) {
        int visibility = request.path("VisibilityTimeout").asInt();
        if (visibility < 0 || visibility > LONGEST_VISIBILITY) {
            throw AwsError.of(
                    "com.amazonaws.sqs#InvalidParameterValue",
                    "Value %d for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and %d, if provided."
                            .formatted(visibility, LONGEST_VISIBILITY));
        }
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
