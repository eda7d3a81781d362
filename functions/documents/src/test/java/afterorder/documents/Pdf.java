package afterorder.documents;

import afterorder.documents.layout.PdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as its reader finds it: the text that can be copied, page by page. */
public record Pdf(List<String> pages) {

    public static Pdf of(PdfFile file) {
        return of(file.bytes());
    }

    public static Pdf of(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return new Pdf(pages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without the spaces at the ends of lines, which are there to be heard. */
    public String text() {
        return String.join("", pages).replaceAll(" +(?=\\R)", "");
    }

    /** With one space between words, however the lines are broken; a space that does not break is a space here. */
    public String flowing() {
        return text().replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    public String withoutLineBreaks() {
        return text().replaceAll("\\R", "");
    }
}
