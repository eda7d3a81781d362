package afterorder.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The kinds of documents, where each is stored, and how long. */
public enum DocumentKind {
    /** A business letter: Par. 147(3) AO, Par. 257(4) HGB. */
    CONFIRMATION("confirmation", "confirmations", 6),
    /** Par. 14b(1) UStG. */
    INVOICE("invoice", "invoices", 8),
    /** It says what the invoice bills, so it is kept as long. */
    DELIVERY_NOTE("delivery-note", "delivery-notes", 8),
    /** It is an invoice, too (Par. 14(4) UStG); addressed and designed as the one that it takes back. */
    CANCELLATION("cancellation", "cancellations", 8),
    /** The invoice of the services refers to it, so it is kept as long. */
    PERFORMANCE_RECORD("performance-record", "performance-records", 8);

    /** The kinds that a customer may wish to have designed. */
    public static final List<DocumentKind> DESIGNED = List.of(CONFIRMATION, INVOICE, DELIVERY_NOTE);

    private final String code;
    private final String folder;
    private final int yearsKept;

    DocumentKind(String code, String folder, int yearsKept) {
        this.code = code;
        this.folder = folder;
        this.yearsKept = yearsKept;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Counted from the end of the year of issue. */
    int yearsKept() {
        return yearsKept;
    }

    /** Where the documents of an order stand in the bucket of documents, with a slash at its end. */
    public String folder(OrderId order) {
        return folder + "/" + order + "/";
    }

    /** Where the document stands in the bucket of documents. */
    public String objectKey(OrderId order, String number) {
        return objectKey(order, number, "pdf");
    }

    /** Where another form of the document stands. @param extension of its file's name, such as xml */
    public String objectKey(OrderId order, String number, String extension) {
        return folder(order) + number + "." + extension;
    }
}
