package afterorder.documents.mail;

import java.net.URI;

/** A form in which a customer gets an invoice: its mail links it and, if there is room, encloses it. */
public record InvoiceForm(Kind kind, Enclosure file, URI link) {

    public enum Kind {
        PDF("pdf", "application/pdf", "mail.invoice.link"),
        XRECHNUNG("xml", "application/xml", "mail.invoice.xml-link");

        private final String extension;
        private final String mediaType;
        private final String label;

        Kind(String extension, String mediaType, String label) {
            this.extension = extension;
            this.mediaType = mediaType;
            this.label = label;
        }

        /** Of a file's name. */
        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The name of the text for its link. */
        String label() {
            return label;
        }
    }
}
