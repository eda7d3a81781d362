package afterorder.documents.layout;

import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Paragraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes a sheet as PDF. The same sheet always gives the same bytes. */
public final class PdfWriter {
    private static final float MILLIMETER = 72 / 25.4f;
    private static final float LEFT = 25 * MILLIMETER;
    private static final float RIGHT = 20 * MILLIMETER;
    private static final float FIRST_TOP = 16 * MILLIMETER;
    private static final float RUNNING_HEAD = 14 * MILLIMETER;
    private static final float TOP = 26 * MILLIMETER;
    private static final float BOTTOM = 36 * MILLIMETER;
    private static final float PAGE_LABEL = 33 * MILLIMETER;
    private static final float FOOT = 26 * MILLIMETER;

    /** How wide the content of a page is, in points. */
    public static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;

    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private PdfWriter() {}

    public static byte[] write(Sheet sheet) {
        try (PDDocument document = new PDDocument()) {
            TypeCase typeCase = new TypeCase(document);
            Layout layout = new Layout(new LineBreaker(typeCase), (HEIGHT - TOP - BOTTOM) / 2);
            List<List<Pagination.Placed>> pages =
                    new Pagination(FIRST_TOP, TOP, HEIGHT - BOTTOM).pages(layout.pieces(sheet.body(), WIDTH));
            for (int number = 1; number <= pages.size(); number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (Pen pen = new Pen(document, page, typeCase)) {
                    pages.get(number - 1).forEach(part -> part.block().draw(pen, LEFT, part.top()));
                    drawEdges(pen, sheet, layout, number, pages.size());
                }
            }
            describe(document, sheet);
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
    }

    private static void drawEdges(Pen pen, Sheet sheet, Layout layout, int page, int pages) {
        if (page > 1) layout.stacked(sheet.runningHead(), WIDTH).draw(pen, LEFT, RUNNING_HEAD);
        if (pages > 1) {
            Paragraph label =
                    new Paragraph(Align.RIGHT, List.of(sheet.pageLabel().of(page, pages)));
            layout.stacked(List.of(label), WIDTH).draw(pen, LEFT, HEIGHT - PAGE_LABEL);
        }
        pen.rule(LEFT, LEFT + WIDTH, HEIGHT - FOOT - 2 * MILLIMETER, Tone.RULE);
        layout.stacked(sheet.foot(), WIDTH).draw(pen, LEFT, HEIGHT - FOOT);
    }

    private static void describe(PDDocument document, Sheet sheet) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(sheet.title());
        information.setAuthor(sheet.author());
        information.setCreationDate(GregorianCalendar.from(sheet.created()));
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(sheet.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        // Else the file's identifier is made of the time at which it is written.
        document.setDocumentId(sheet.created().toEpochSecond());
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
