package afterorder.documents;

/** How an IBAN is printed: in groups of four (ISO 13616). */
final class Iban {
    private Iban() {}

    static String grouped(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }
}
