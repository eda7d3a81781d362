package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as its reader sees it. */
public record Pdf(String text, int pages) {

    /** Opens a mailed link as a browser does. */
    public static Pdf behind(String link, Api api) {
        Download download = Download.behind(link, api);
        assertThat(download.mediaType()).isEqualTo("application/pdf");
        return of(download.content());
    }

    /** The text without line breaks, as a long key must be found. */
    public String unbroken() {
        return text.replaceAll("\\s", "");
    }

    public static Pdf of(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new Pdf(new PDFTextStripper().getText(document), document.getNumberOfPages());
        } catch (IOException broken) {
            throw new UncheckedIOException("not a PDF", broken);
        }
    }
}
