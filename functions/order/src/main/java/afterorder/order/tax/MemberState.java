package afterorder.order.tax;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The states of the EU, by the code that ISO 3166 has for them, with the form of their VAT IDs as VIES describes it.
 *
 * <p>Licenses and services are no goods, so Northern Ireland is a third country like the rest of the United Kingdom. Parts of
 * a state that its VAT does not cover are third countries where they have a code of their own (Åland, Guadeloupe...). Those
 * that only a postal code tells (the Canary Islands, Büsingen) are taken as the state is.
 */
public enum MemberState {
    AT("U\\d{8}"),
    BE("[01]\\d{9}"),
    BG("\\d{9,10}"),
    CY("\\d{8}[A-Z]"),
    CZ("\\d{8,10}"),
    DE("\\d{9}"),
    DK("\\d{8}"),
    EE("\\d{9}"),
    ES("[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"),
    FI("\\d{8}"),
    FR("[0-9A-HJ-NP-Z]{2}\\d{9}"),
    GR("EL", "\\d{9}"),
    HR("\\d{11}"),
    HU("\\d{8}"),
    IE("\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
    IT("\\d{11}"),
    LT("\\d{9}|\\d{12}"),
    LU("\\d{8}"),
    LV("\\d{11}"),
    MT("\\d{8}"),
    NL("[0-9A-Z+*]{9}B[0-9A-Z+*]{2}"),
    PL("\\d{10}"),
    PT("\\d{9}"),
    RO("\\d{2,10}"),
    SE("\\d{12}"),
    SI("\\d{8}"),
    SK("\\d{10}");

    private static final Map<String, MemberState> BY_COUNTRY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MemberState::name, Function.identity()));

    /** Monaco counts as France (Art. 7 of the VAT Directive), and its businesses have French VAT IDs. */
    private static final String MONACO = "MC";

    private final String prefix;
    private final Pattern vatId;

    MemberState(String digits) {
        this.prefix = name();
        this.vatId = Pattern.compile(prefix + "(" + digits + ")");
    }

    MemberState(String prefix, String digits) {
        this.prefix = prefix;
        this.vatId = Pattern.compile(prefix + "(" + digits + ")");
    }

    /** The state whose VAT covers a country. @param country ISO 3166-1, two letters */
    public static Optional<MemberState> of(String country) {
        return Optional.ofNullable(BY_COUNTRY.get(country.equals(MONACO) ? FR.name() : country));
    }

    /** How its VAT IDs begin: as its code, but for Greece's. */
    public String prefix() {
        return prefix;
    }

    /** Whether a text has the form of its VAT IDs; whether that one was issued, only a register knows. */
    public boolean mayHaveIssued(String text) {
        return vatId.matcher(text).matches();
    }
}
