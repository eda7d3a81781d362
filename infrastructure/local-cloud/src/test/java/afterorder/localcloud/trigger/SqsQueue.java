package afterorder.localcloud.trigger;

import afterorder.localcloud.clock.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A queue behind the SQS API. It maps {@code SentTimestamp} to moved time, because the emulator stamps messages with the
 * real one.
 */
public final class SqsQueue implements Queue {
    private static final int DELETED_AT_ONCE = 10;

    private final SqsClient sqs;
    private final String url;
    private final MovableClock clock;

    /** @param sqs its HTTP client must bear an answer that comes after 20 seconds */
    public SqsQueue(SqsClient sqs, String url, MovableClock clock) {
        this.sqs = sqs;
        this.url = url;
        this.clock = clock;
    }

    @Override
    public List<Message> receive(int maximum, Duration wait) {
        return sqs
                .receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(maximum)
                        .waitTimeSeconds((int) wait.toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages()
                .stream()
                .map(this::message)
                .toList();
    }

    @Override
    public void delete(List<String> receipts) {
        for (int from = 0; from < receipts.size(); from += DELETED_AT_ONCE) {
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
            for (String receipt : receipts.subList(from, Math.min(from + DELETED_AT_ONCE, receipts.size()))) {
                entries.add(DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .receiptHandle(receipt)
                        .build());
            }
            List<BatchResultErrorEntry> failed = sqs.deleteMessageBatch(
                            request -> request.queueUrl(url).entries(entries))
                    .failed();
            if (!failed.isEmpty()) throw new IllegalStateException("messages of " + url + " not deleted: " + failed);
        }
    }

    private Message message(software.amazon.awssdk.services.sqs.model.Message message) {
        Map<String, String> attributes = new LinkedHashMap<>(message.attributesAsStrings());
        attributes.computeIfPresent("SentTimestamp", (name, real) -> moved(real));
        Map<String, Attribute> messageAttributes = message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
        return new Message(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                message.md5OfBody(),
                attributes,
                messageAttributes);
    }

    private String moved(String realMilliseconds) {
        Instant real = Instant.ofEpochMilli(Long.parseLong(realMilliseconds));
        return Long.toString(clock.moved(real).toEpochMilli());
    }

    private static Attribute attribute(MessageAttributeValue value) {
        return new Attribute(
                value.dataType(),
                Optional.ofNullable(value.stringValue()),
                Optional.ofNullable(value.binaryValue()).map(SdkBytes::asByteArray));
    }
}
