package afterorder.documents.layout;

import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.LineBreaker.Line;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on one page. Measures are in points from its upper left corner. */
final class Pen implements AutoCloseable {
    private static final float RULE = 0.6f;
    /** What can stand in a string of PDF as it is. */
    private static final Pattern SIMPLE = Pattern.compile("[ -~&&[^()\\\\]]*");

    private final PDPage page;
    private final PDPageContentStream stream;
    private final Brush brush;
    private final TypeCase typeCase;
    private final COSArray contents;
    private final float pageHeight;
    private boolean decorating;

    /** @param contents where each marked content of the page is noted with its tag */
    Pen(PDDocument document, PDPage page, TypeCase typeCase, COSArray contents) throws IOException {
        this.page = page;
        this.stream = new PDPageContentStream(document, page);
        this.brush = new Brush(document, stream);
        this.typeCase = typeCase;
        this.contents = contents;
        this.pageHeight = page.getMediaBox().getHeight();
    }

    /** Draws what software need not read: it repeats what is said elsewhere, or only adorns the page. */
    void decorate(Runnable drawing) {
        drawn(() -> stream.beginMarkedContent(COSName.ARTIFACT));
        decorating = true;
        drawing.run();
        decorating = false;
        drawn(stream::endMarkedContent);
    }

    /** The lines of one text. What is copied from the page is the text itself, whatever of it can be shown. */
    void write(List<Line> lines, float left, float top, float width, Align align) {
        drawn(() -> {
            beginContent(lines.getFirst().tag());
            boolean oneString = lines.getFirst().text().breaking() == Text.Breaking.ANYWHERE && lines.size() > 1;
            if (oneString) beginSpan(lines.stream().map(Line::content).collect(Collectors.joining()));
            writeEach(lines, left, top, width, align);
            if (oneString) stream.endMarkedContent();
            if (!decorating) stream.endMarkedContent();
        });
    }

    void draw(Image image, Tag tag, float left, float top, float width, float height) {
        float bottom = pageHeight - top - height;
        drawn(() -> {
            beginContent(tag.around(left, bottom, left + width, bottom + height));
            brush.draw(image, new Rectangle2D.Float(left, bottom, width, height));
            if (!decorating) stream.endMarkedContent();
        });
    }

    void rule(float left, float right, float y, Tone tone) {
        if (decorating) drawRule(left, right, y, tone);
        else decorate(() -> drawRule(left, right, y, tone));
    }

    private void drawRule(float left, float right, float y, Tone tone) {
        drawn(() -> {
            stream.setStrokingColor(tone.red(), tone.green(), tone.blue());
            stream.setLineWidth(RULE);
            stream.moveTo(rounded(left), rounded(pageHeight - y));
            stream.lineTo(rounded(right), rounded(pageHeight - y));
            stream.stroke();
        });
    }

    private void beginContent(Tag tag) throws IOException {
        if (decorating) return;
        int number = contents.size();
        contents.add(tag.node());
        tag.hold(page, number);
        stream.beginMarkedContent(COSName.getPDFName(tag.node().getNameAsString(COSName.S)), number);
    }

    private void writeEach(List<Line> lines, float left, float top, float width, Align align) throws IOException {
        float y = top;
        for (Line line : lines) {
            Style style = line.text().style();
            Letters letters = typeCase.letters(style.face());
            float free = align == Align.RIGHT ? width - letters.width(line.content()) * style.size() : 0;
            write(line, letters, left + free, y + style.baseline());
            y += line.height();
        }
    }

    private void write(Line line, Letters letters, float left, float baseline) throws IOException {
        String content = line.content() + line.ending();
        if (content.isEmpty()) return;
        Style style = line.text().style();
        String shown = letters.shown(content);
        boolean replaced = !shown.equals(content);
        if (replaced) beginSpan(content);
        stream.beginText();
        stream.setFont(letters.font(), style.size());
        stream.setNonStrokingColor(
                style.tone().red(), style.tone().green(), style.tone().blue());
        stream.newLineAtOffset(rounded(left), rounded(pageHeight - baseline));
        stream.showText(shown);
        stream.endText();
        if (replaced) stream.endMarkedContent();
    }

    /** The properties stand in the content itself, as some readers see only those. PDFBox has no other method for it. */
    @SuppressWarnings("deprecation")
    private void beginSpan(String actualText) throws IOException {
        stream.appendRawCommands("/Span <</ActualText " + string(actualText) + ">> BDC\n");
    }

    private static String string(String text) {
        if (SIMPLE.matcher(text).matches()) return "(" + text + ")";
        byte[] bytes = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
        return "<" + HexFormat.of().formatHex(bytes) + ">";
    }

    /** A hundredth of a point is less than a printer shows. */
    private static float rounded(float measure) {
        return Math.round(measure * 100) / 100f;
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void drawn(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a page in memory could not be written", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
