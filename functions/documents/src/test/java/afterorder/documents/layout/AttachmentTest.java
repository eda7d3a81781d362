package afterorder.documents.layout;

import static afterorder.documents.Validity.assertValid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.layout.Attachment.Relationship;
import afterorder.documents.layout.Element.Heading;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private static final Attachment INVOICE =
            attachment("factur-x.xml", "text/xml", Relationship.ALTERNATIVE, "<invoice>1.000,00 €</invoice>");
    private static final Attachment TABLE = attachment("lines.csv", "text/csv", Relationship.SUPPLEMENT, "a;b");

    @Test
    void are_valid_and_can_be_taken_out_again() throws Exception {
        PdfFile file = PdfWriter.write(sheet().with(List.of(INVOICE, TABLE)));
        assertValid(file);
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml", "lines.csv");
            assertIs(files.get("factur-x.xml"), "Alternative", INVOICE);
            assertIs(files.get("lines.csv"), "Supplement", TABLE);
        }
    }

    @Test
    void make_a_document_an_electronic_invoice_only_under_its_name() throws Exception {
        assertThat(metadata(PdfWriter.write(sheet().with(List.of(INVOICE)))))
                .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>", "<fx:Version>1.0</fx:Version>");
        assertThat(metadata(PdfWriter.write(sheet().with(List.of(TABLE))))).doesNotContain("fx:");
    }

    private static void assertIs(PDComplexFileSpecification file, String relationship, Attachment attachment)
            throws Exception {
        assertThat(file.getCOSObject().getNameAsString(COSName.getPDFName("AFRelationship")))
                .isEqualTo(relationship);
        assertThat(file.getFileDescription()).isEqualTo(attachment.description());
        assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo(attachment.mediaType());
        assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(attachment.content());
    }

    private static String metadata(PdfFile file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            return new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8);
        }
    }

    private static Attachment attachment(String name, String mediaType, Relationship relationship, String content) {
        return new Attachment(name, mediaType, "Description of " + name, relationship, content.getBytes(UTF_8));
    }

    private static Sheet sheet() {
        Style style = new Style(Face.BOLD, 17, Tone.INK);
        return new Sheet(
                "Invoice <1> & more",
                "Seller",
                Locale.ENGLISH,
                ZonedDateTime.parse("2026-11-23T00:00:00+01:00"),
                List.of(),
                List.of(new Heading(1, new Text("Invoice 1", style))),
                List.of(),
                List.of(),
                (page, pages) -> new Text("" + page, style),
                List.of());
    }
}
