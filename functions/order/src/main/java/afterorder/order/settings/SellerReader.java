package afterorder.order.settings;

import afterorder.order.Email;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Seller.BankAccount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code seller.json}. */
final class SellerReader {
    private static final int LONGEST = 200;
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[0-9A-Z]{2,12}");
    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,10}");
    private static final Pattern WEBSITE = Pattern.compile("https?://\\S+");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private SellerReader() {}

    static Seller seller(Fields fields, Mistakes mistakes) {
        Email email = Addresses.email(fields, true);
        return new Seller(
                fields.text("name", LONGEST),
                fields.object("address", false, Addresses::postal),
                fields.text("seat", LONGEST),
                fields.text("registerCourt", LONGEST),
                fields.text("registerNumber", LONGEST),
                fields.texts("directors", LONGEST),
                formed(fields, "vatId", VAT_ID, "a VAT ID like DE136695976"),
                fields.text("taxNumber", LONGEST),
                email,
                replyTo(fields, email),
                fields.text("telephone", LONGEST),
                formed(fields, "website", WEBSITE, "an address like https://reseller.example"),
                fields.object("bankAccount", false, SellerReader::bankAccount),
                fields.parsed("zone", ZoneId::of, "a time zone like Europe/Berlin"),
                fields.parsed("purchaseHour", LocalTime::parse, "a time like 08:00"),
                fields.decimal("vatPercent", BigDecimal.ZERO, HUNDRED, 2),
                fields.integer("paymentDays", 1, 365),
                fields.object("numbers", false, SellerReader::numbers),
                fields.has("letterhead") ? fields.object("letterhead", false, BrandReader::brand) : Brand.PLAIN);
    }

    /** Without one, answers go to the address of the letterhead. */
    private static @Nullable Email replyTo(Fields fields, @Nullable Email email) {
        return fields.has("replyTo")
                ? fields.parsed("replyTo", Email::new, "an e-mail address with a domain, in ASCII")
                : email;
    }

    /** The same prefix twice would give two documents one number. */
    private static NumberPrefixes numbers(Fields fields) {
        List<String> prefixes = Stream.of(
                        "confirmation", "invoice", "deliveryNote", "cancellation", "performanceRecord")
                .map(name -> formed(fields, name, PREFIX, "1 to 10 capital letters or digits"))
                .toList();
        if (Set.copyOf(prefixes).size() < prefixes.size()) fields.refuse("must differ from each other");
        return new NumberPrefixes(prefixes.get(0), prefixes.get(1), prefixes.get(2), prefixes.get(3), prefixes.get(4));
    }

    private static BankAccount bankAccount(Fields fields) {
        String iban = formed(fields, "iban", IBAN, "an IBAN without spaces");
        if (IBAN.matcher(iban).matches() && !isChecked(iban)) fields.refuse("iban", "has wrong check digits");
        return new BankAccount(
                fields.text("bank", LONGEST), iban, formed(fields, "bic", BIC, "a BIC of 8 or 11 characters"));
    }

    /** ISO 13616: turned around by four and written in digits, it is 1 modulo 97. */
    private static boolean isChecked(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static String formed(Fields fields, String name, Pattern pattern, String form) {
        String text = fields.text(name, LONGEST);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) fields.refuse(name, "must be " + form);
        return text;
    }
}
