package afterorder.documents.layout;

/**
 * A file that is carried in a document (PDF/A-3).
 *
 * @param name as it is saved, in ASCII
 * @param description for who looks at the list of files
 */
public record Attachment(String name, String mediaType, String description, Relationship relationship, byte[] content) {

    /** What the file is to the document (ISO 19005-3, annex E). */
    public enum Relationship {
        SOURCE("Source"),
        DATA("Data"),
        /** It says the same, for machines. */
        ALTERNATIVE("Alternative"),
        SUPPLEMENT("Supplement"),
        UNSPECIFIED("Unspecified");

        final String code;

        Relationship(String code) {
            this.code = code;
        }
    }

    /** Whether it is the invoice itself, as Factur-X and ZUGFeRD 2 have it. */
    boolean isElectronicInvoice() {
        return relationship == Relationship.ALTERNATIVE && name.equals("factur-x.xml");
    }
}
