package afterorder.order.intake;

import afterorder.order.Addressee;
import afterorder.order.ConfirmationWishes;
import afterorder.order.DocumentKind;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import java.util.Set;

/** Reads what a customer wishes for the design of documents: with an order, or sent later for itself (S5 to S9). */
public final class WishesReader {
    private static final int LONGEST_NAME = 200;

    private WishesReader() {}

    /** @param body JSON in UTF-8, like an order's {@code confirmation} */
    public static Reading<ConfirmationWishes> read(byte[] body) {
        return BodyReader.read(body, (fields, violations) -> wishes(fields));
    }

    public static ConfirmationWishes wishes(Fields fields) {
        return new ConfirmationWishes(
                fields.optionalText("orderNumber", 50),
                fields.optionalText("reference", LONGEST_NAME),
                fields.has("language") ? OrderReader.language(fields) : null,
                fields.object("addressee", true, WishesReader::addressee),
                fields.choices(
                        "applyTo", DocumentKind.DESIGNED, DocumentKind::code, Set.of(DocumentKind.CONFIRMATION)));
    }

    private static Addressee addressee(Fields fields) {
        return new Addressee(
                fields.optionalText("company", LONGEST_NAME),
                fields.optionalText("department", LONGEST_NAME),
                fields.optionalText("attention", LONGEST_NAME),
                fields.object("address", true, Addresses::postal),
                Addresses.email(fields, false));
    }
}
