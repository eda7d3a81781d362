package afterorder.order.settings;

import afterorder.order.DocumentKind;

/** How the numbers of each kind of document begin; each kind has a series of its own, anew each year. */
public record NumberPrefixes(
        String confirmation, String invoice, String deliveryNote, String cancellation, String performanceRecord) {

    /** The number of the n-th document of a kind in a year: {@code R-2026-00017}. */
    public String number(DocumentKind kind, int year, long count) {
        return "%s-%d-%05d".formatted(of(kind), year, count);
    }

    private String of(DocumentKind kind) {
        return switch (kind) {
            case CONFIRMATION -> confirmation;
            case INVOICE -> invoice;
            case DELIVERY_NOTE -> deliveryNote;
            case CANCELLATION -> cancellation;
            case PERFORMANCE_RECORD -> performanceRecord;
        };
    }
}
