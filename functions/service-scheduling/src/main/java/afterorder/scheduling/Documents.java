package afterorder.scheduling;

import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The names of the documents that an order has so far. */
final class Documents {
    private Documents() {}

    static List<String> of(OrderRow order, OrderParts parts) {
        Stream<String> confirmation =
                order.isSent() ? Stream.of(order.confirmation().number()) : Stream.empty();
        Stream<String> bills = parts.purchases().stream()
                .map(purchase -> purchase.billing())
                .filter(billing -> billing != null && billing.sentAt() != null)
                .flatMap(billing -> Stream.of(billing.invoiceNumber(), billing.deliveryNoteNumber()));
        Stream<String> corrections = parts.corrections().stream()
                .map(correction -> correction.issue())
                .filter(issue -> issue != null && issue.sentAt() != null)
                .map(issue -> issue.number());
        Stream<String> records = parts.engagements().stream()
                .filter(engagement -> engagement.isRecordSent())
                .map(engagement -> engagement.performance().issue().number());
        return Stream.of(confirmation, bills, corrections, records)
                .flatMap(numbers -> numbers)
                .filter(Objects::nonNull)
                .toList();
    }
}
