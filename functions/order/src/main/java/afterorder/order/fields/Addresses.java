package afterorder.order.fields;

import afterorder.order.Address;
import afterorder.order.Email;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Postal and e-mail addresses and telephone numbers, as fields have them. */
public final class Addresses {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 40;
    private static final Pattern PHONE = Pattern.compile("[ +()/-]*[0-9][0-9 +()/-]*");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Addresses() {}

    public static Address postal(Fields fields) {
        return new Address(
                fields.text("street", LONGEST_NAME),
                fields.text("postalCode", 20),
                fields.text("city", LONGEST_NAME),
                country(fields));
    }

    private static String country(Fields fields) {
        String country = fields.text("country", 2);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            fields.refuse("country", "must be a country of ISO 3166, two capital letters");
        }
        return country;
    }

    /** The field {@code phone}; null when absent, too. */
    public static @Nullable String phone(Fields fields) {
        return fields.optionalText("phone", LONGEST_PHONE, PHONE, "a telephone number of digits, blanks and + ( ) / -");
    }

    /** The field {@code email}; null when absent, too, unless it is required. */
    public static @Nullable Email email(Fields fields, boolean required) {
        if (!required && !fields.has("email")) return null;
        String address = fields.text("email", 254);
        if (address.isEmpty()) return null;
        if (Email.isValid(address)) return new Email(address);
        fields.refuse("email", "must be an e-mail address with a domain, in ASCII");
        return null;
    }
}
