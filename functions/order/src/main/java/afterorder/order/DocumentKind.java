package afterorder.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of documents: where each is stored, and how its numbers begin. */
public enum DocumentKind {
    CONFIRMATION("confirmation", "confirmations", "AB"),
    INVOICE("invoice", "invoices", "R"),
    DELIVERY_NOTE("delivery-note", "delivery-notes", "L");

    private final String code;
    private final String folder;
    private final String prefix;

    DocumentKind(String code, String folder, String prefix) {
        this.code = code;
        this.folder = folder;
        this.prefix = prefix;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The number of the n-th document of this kind in a year: {@code R-2026-00017}. */
    public String number(int year, long count) {
        return "%s-%d-%05d".formatted(prefix, year, count);
    }

    /** Where the document stands in the bucket of documents. */
    public String objectKey(OrderId order, String number) {
        return folder + "/" + order + "/" + number + ".pdf";
    }
}
