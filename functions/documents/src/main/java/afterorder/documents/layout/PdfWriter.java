package afterorder.documents.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes a sheet as PDF (PDF/A-3a and PDF/UA-1). The same sheet always gives the same bytes. */
public final class PdfWriter {
    private PdfWriter() {}

    public static PdfFile write(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> missing = write(sheet, bytes);
        return new PdfFile(bytes.toByteArray(), missing);
    }

    private static List<String> write(Sheet sheet, ByteArrayOutputStream bytes) {
        try (PDDocument document = new PDDocument()) {
            TypeCase typeCase = new TypeCase(document);
            Structure structure = new Structure(document);
            Layout layout = new Layout(new LineBreaker(typeCase), (Paper.BOTTOM - Paper.TOP) / 2);
            Letter letter = new Letter(sheet, layout, structure.document());
            while (letter.hasNext()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (Pen pen = new Pen(document, page, typeCase, structure.contentsOf(page))) {
                    letter.drawNext(pen);
                }
            }
            Enclosures.write(document, sheet);
            Identity.write(document, sheet);
            document.save(bytes);
            return typeCase.missing();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
    }
}
