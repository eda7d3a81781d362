package afterorder.order;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of documents, and where each is stored. */
public enum DocumentKind {
    CONFIRMATION("confirmation", "confirmations"),
    INVOICE("invoice", "invoices"),
    DELIVERY_NOTE("delivery-note", "delivery-notes");

    private final String code;
    private final String folder;

    DocumentKind(String code, String folder) {
        this.code = code;
        this.folder = folder;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Where the document stands in the bucket of documents. */
    public String objectKey(OrderId order, String number) {
        return objectKey(order, number, "pdf");
    }

    /** Where another form of the document stands. @param extension of its file's name, such as xml */
    public String objectKey(OrderId order, String number, String extension) {
        return folder + "/" + order + "/" + number + "." + extension;
    }
}
