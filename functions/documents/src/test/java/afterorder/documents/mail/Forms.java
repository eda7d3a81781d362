package afterorder.documents.mail;

import afterorder.documents.mail.InvoiceForm.Kind;
import java.net.URI;
import java.util.List;

/** Forms of the invoice R-2026-00017, all behind one link. */
public final class Forms {
    private Forms() {}

    public static List<InvoiceForm> pdf(URI link) {
        return List.of(form(Kind.PDF, link, new byte[] {1}));
    }

    static List<InvoiceForm> of(URI link, byte[] pdf, byte[] xml) {
        return List.of(form(Kind.PDF, link, pdf), form(Kind.XRECHNUNG, link, xml));
    }

    private static InvoiceForm form(Kind kind, URI link, byte[] content) {
        return new InvoiceForm(
                kind, new Enclosure("R-2026-00017." + kind.extension(), kind.mediaType(), content), link);
    }
}
