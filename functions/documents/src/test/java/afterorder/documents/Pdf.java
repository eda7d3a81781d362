package afterorder.documents;

import afterorder.documents.layout.PdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
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

    /** What is copied from parts of the pages instead of what is seen there. */
    public static List<String> copiedFrom(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> copied = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                extractor.getMarkedContents().forEach(content -> addCopied(content, copied));
            }
            return copied;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addCopied(PDMarkedContent content, List<String> copied) {
        if (content.getActualText() != null) copied.add(content.getActualText());
        for (Object part : content.getContents()) if (part instanceof PDMarkedContent inner) addCopied(inner, copied);
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
