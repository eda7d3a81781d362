package afterorder.order.purchase;

import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a person of the desk enters. What it refuses is never quoted, since a key may have got into the wrong field. */
public final class DeskEntryReader {
    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_SEN = 30;
    private static final Pattern VENDOR_ORDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,49}");
    private static final Pattern SEN = Pattern.compile("SEN-[A-Z0-9]{1,20}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/=\\n]{100,4000}");

    private DeskEntryReader() {}

    public static DeskEntry read(Fields fields, Mistakes mistakes) {
        String vendorOrder = fields.optionalText(
                "vendorOrder", 50, VENDOR_ORDER, "the vendor's order number, of letters, digits and ._/-");
        Account account =
                fields.has("account") ? fields.choice("account", List.of(Account.values()), Account::code) : null;
        List<@Nullable EnteredLicense> licenses =
                fields.list("licenses", (node, place) -> license(node, place, mistakes));
        if (licenses.size() > EnteredLicenses.MOST_AT_ONCE) {
            fields.refuse(
                    "licenses", "must have at most " + EnteredLicenses.MOST_AT_ONCE + ": enter more in another call");
        }
        Set<String> withdrawn = fields.has("withdraw") ? Set.copyOf(fields.texts("withdraw", LONGEST_SEN)) : Set.of();
        boolean isEmpty = vendorOrder == null && account == null && licenses.isEmpty() && withdrawn.isEmpty();
        if (isEmpty) fields.refuse("must have vendorOrder, account, licenses or withdraw");
        return new DeskEntry(
                vendorOrder, account, licenses.stream().filter(Objects::nonNull).toList(), withdrawn);
    }

    private static @Nullable EnteredLicense license(JsonNode node, String place, Mistakes mistakes) {
        return Fields.read(
                node,
                place,
                mistakes,
                fields -> new EnteredLicense(
                        fields.integer("line", 1, MOST_LINES),
                        fields.secret("sen", SEN, "a SEN like SEN-1234567"),
                        fields.secret("key", KEY, "a license key: 100 to 4,000 letters, digits, +, / and =")));
    }
}
