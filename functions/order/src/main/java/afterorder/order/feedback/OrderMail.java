package afterorder.order.feedback;

import afterorder.order.notice.Notice.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The mails of an order that are no notices, by whose row each is sent. */
public enum OrderMail {
    /** The order's row. */
    CONFIRMATION(Reader.CUSTOMER),
    /** A purchase's row: invoice and delivery note, where both go to one address. */
    PAPERS(Reader.CUSTOMER),
    /** A purchase's row: the invoice, where the delivery note goes elsewhere. */
    INVOICE(Reader.CUSTOMER),
    /** As above. */
    DELIVERY_NOTE(Reader.CUSTOMER),
    /** A purchase's row: what was bought, and what is to be done about the account. */
    PURCHASED(Reader.TECHNICAL_CONTACT),
    /** A correction's row: what takes an invoice back, or stands in its place. */
    CORRECTION(Reader.CUSTOMER),
    /** An engagement's row. */
    PERFORMANCE_RECORD(Reader.SERVICE_CONTACT);

    private final Reader reader;

    OrderMail(Reader reader) {
        this.reader = reader;
    }

    public Reader reader() {
        return reader;
    }

    /** As a row, a message or a text names it; no notice has the same. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderMail> of(String code) {
        return Arrays.stream(values()).filter(mail -> mail.code().equals(code)).findFirst();
    }
}
