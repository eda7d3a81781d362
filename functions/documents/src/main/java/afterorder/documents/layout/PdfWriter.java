package afterorder.documents.layout;

import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Paragraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

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

    public static PdfFile write(Sheet sheet) {
        try (PDDocument document = new PDDocument()) {
            TypeCase typeCase = new TypeCase(document);
            Structure structure = new Structure(document);
            Layout layout = new Layout(new LineBreaker(typeCase), (HEIGHT - TOP - BOTTOM) / 2);
            List<Piece> pieces = layout.pieces(sheet.body(), WIDTH, structure.document());
            Block foot = layout.stacked(sheet.foot(), WIDTH, structure.document());
            List<List<Pagination.Placed>> pages = new Pagination(FIRST_TOP, TOP, HEIGHT - BOTTOM).pages(pieces);
            for (int number = 1; number <= pages.size(); number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (Pen pen = new Pen(document, page, typeCase, structure.contentsOf(page))) {
                    pages.get(number - 1).forEach(part -> part.block().draw(pen, LEFT, part.top()));
                    drawEdges(pen, sheet, layout, foot, number, pages.size());
                }
            }
            Identity.write(document, sheet);
            return new PdfFile(bytes(document), typeCase.missing());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a document in memory could not be written", impossible);
        }
    }

    /** The foot is read once, at the end: it says who the seller is. What else stands at the edges is not read. */
    private static void drawEdges(Pen pen, Sheet sheet, Layout layout, Block foot, int page, int pages) {
        if (page > 1) {
            decoration(layout, sheet.runningHead()).draw(pen, LEFT, RUNNING_HEAD);
        }
        if (pages > 1) {
            Text label = sheet.pageLabel().of(page, pages);
            decoration(layout, List.of(new Paragraph(Align.RIGHT, List.of(label))))
                    .draw(pen, LEFT, HEIGHT - PAGE_LABEL);
        }
        pen.rule(LEFT, LEFT + WIDTH, HEIGHT - FOOT - 2 * MILLIMETER, Tone.RULE);
        (page == 1 ? foot : new Block.Artifact(foot)).draw(pen, LEFT, HEIGHT - FOOT);
    }

    private static Block decoration(Layout layout, List<Element> elements) {
        return new Block.Artifact(layout.stacked(elements, WIDTH, Tag.none()));
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
