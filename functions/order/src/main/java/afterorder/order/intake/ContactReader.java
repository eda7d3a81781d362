package afterorder.order.intake;

import afterorder.order.TechnicalContact;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;

/** Reads a technical contact: of an order, or one posted for itself. */
public final class ContactReader {
    private static final int LONGEST_NAME = 200;

    private ContactReader() {}

    /** @param body JSON in UTF-8, like an order's {@code technicalContact} */
    public static Reading<TechnicalContact> read(byte[] body) {
        return BodyReader.read(body, (fields, violations) -> contact(fields));
    }

    static TechnicalContact contact(Fields fields) {
        return new TechnicalContact(
                fields.text("name", LONGEST_NAME),
                Addresses.email(fields, true),
                fields.flag("atlassianAccount", true));
    }
}
