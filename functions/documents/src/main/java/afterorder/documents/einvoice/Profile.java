package afterorder.documents.einvoice;

import org.jspecify.annotations.Nullable;

/** Which rules an e-invoice follows: it names them, so that its recipient knows. */
public enum Profile {
    /** To be embedded in the PDF: ZUGFeRD 2 and Factur-X 1, which call this profile EN 16931. */
    EN_16931("urn:cen.eu:en16931:2017", null),
    /** A file of its own, for German authorities: XRechnung 3.0. It demands a buyer reference. */
    XRECHNUNG(
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    private final String guideline;
    private final @Nullable String process;

    Profile(String guideline, @Nullable String process) {
        this.guideline = guideline;
        this.process = process;
    }

    /** BT-24. */
    String guideline() {
        return guideline;
    }

    /** BT-23; not every profile has one. */
    @Nullable
    String process() {
        return process;
    }
}
