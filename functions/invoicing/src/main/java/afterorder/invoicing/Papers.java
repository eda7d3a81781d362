package afterorder.invoicing;

import static afterorder.order.DocumentKind.DELIVERY_NOTE;

import afterorder.aws.LinkMaker;
import afterorder.aws.ObjectStore;
import afterorder.documents.PdfDocuments;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.mail.Enclosure;
import afterorder.documents.mail.InvoiceForm;
import afterorder.documents.mail.InvoiceForm.Kind;
import afterorder.order.Retention;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import afterorder.order.link.Target;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Invoices and delivery notes: made, kept where they stay, and linked. */
final class Papers {
    private final PdfDocuments pdfs;
    private final ObjectStore documents;
    private final LinkMaker links;
    private final ZoneId zone;

    /** @param zone the seller's */
    Papers(PdfDocuments pdfs, ObjectStore documents, LinkMaker links, ZoneId zone) {
        this.pdfs = pdfs;
        this.documents = documents;
        this.links = links;
        this.zone = zone;
    }

    /** An invoice that is made and kept. @param missing letters of it that no typeface has */
    record Kept(Invoice invoice, Map<Kind, byte[]> forms, List<String> missing) {}

    /** A delivery note that is made and kept; as above. */
    record KeptNote(DeliveryNote note, List<String> missing) {}

    Kept keep(Invoice invoice) {
        PdfFile pdf = pdfs.invoice(invoice);
        Map<Kind, byte[]> forms = new EnumMap<>(Map.of(Kind.PDF, pdf.bytes()));
        pdfs.xRechnung(invoice).ifPresent(xml -> forms.put(Kind.XRECHNUNG, xml));
        Retention retention = Retention.of(invoice.kind(), invoice.issuedOn(), zone);
        forms.forEach((kind, bytes) -> documents.keep(key(invoice, kind), bytes, kind.mediaType(), retention));
        return new Kept(invoice, forms, pdf.missing());
    }

    KeptNote keep(DeliveryNote note) {
        PdfFile pdf = pdfs.deliveryNote(note);
        Retention retention = Retention.of(DELIVERY_NOTE, note.issuedOn(), zone);
        documents.keep(key(note), pdf.bytes(), Kind.PDF.mediaType(), retention);
        return new KeptNote(note, pdf.missing());
    }

    /** With a new link to each. */
    List<InvoiceForm> forms(Kept kept, Instant now) {
        Invoice invoice = kept.invoice();
        return kept.forms().entrySet().stream()
                .map(form -> new InvoiceForm(
                        form.getKey(),
                        new Enclosure(
                                invoice.number() + "." + form.getKey().extension(),
                                form.getKey().mediaType(),
                                form.getValue()),
                        links.linkTo(target(invoice, form.getKey()), invoice.orderId(), now)))
                .toList();
    }

    URI link(KeptNote kept, Instant now) {
        DeliveryNote note = kept.note();
        Target target = new Target.Document(key(note), note.recipient().email(), note.language());
        return links.linkTo(target, note.orderId(), now);
    }

    private static Target target(Invoice invoice, Kind kind) {
        return new Target.Document(key(invoice, kind), invoice.recipient().email(), invoice.language());
    }

    private static String key(Invoice invoice, Kind kind) {
        return invoice.kind().objectKey(invoice.orderId(), invoice.number(), kind.extension());
    }

    private static String key(DeliveryNote deliveryNote) {
        return DELIVERY_NOTE.objectKey(deliveryNote.orderId(), deliveryNote.number());
    }
}
