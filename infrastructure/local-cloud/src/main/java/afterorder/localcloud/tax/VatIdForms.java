package afterorder.localcloud.tax;

import static java.util.Map.entry;

import java.util.Map;

/** The forms of the VAT IDs that can be asked about, as BZSt describes them: what has another form is not looked up. */
final class VatIdForms {
    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            entry("AT", "U[0-9]{8}"),
            entry("BE", "[01][0-9]{9}"),
            entry("BG", "[0-9]{9,10}"),
            entry("CY", "[0-9]{8}[A-Z]"),
            entry("CZ", "[0-9]{8,10}"),
            entry("DK", "[0-9]{8}"),
            entry("EE", "[0-9]{9}"),
            entry("EL", "[0-9]{9}"),
            entry("ES", "[0-9A-Z][0-9]{7}[0-9A-Z]"),
            entry("FI", "[0-9]{8}"),
            entry("FR", "[0-9A-Z]{2}[0-9]{9}"),
            entry("HR", "[0-9]{11}"),
            entry("HU", "[0-9]{8}"),
            entry("IE", "[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}"),
            entry("IT", "[0-9]{11}"),
            entry("LT", "[0-9]{9}|[0-9]{12}"),
            entry("LU", "[0-9]{8}"),
            entry("LV", "[0-9]{11}"),
            entry("MT", "[0-9]{8}"),
            entry("NL", "[0-9A-Z+*]{12}"),
            entry("PL", "[0-9]{10}"),
            entry("PT", "[0-9]{9}"),
            entry("RO", "[0-9]{2,10}"),
            entry("SE", "[0-9]{12}"),
            entry("SI", "[0-9]{8}"),
            entry("SK", "[0-9]{10}"));

    private VatIdForms() {}

    static boolean allow(String vatId) {
        if (vatId.length() < 2) return false;
        String form = BY_PREFIX.get(vatId.substring(0, 2));
        return form != null && vatId.substring(2).matches(form);
    }
}
