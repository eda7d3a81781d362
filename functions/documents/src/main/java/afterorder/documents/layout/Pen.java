package afterorder.documents.layout;

import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.LineBreaker.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on one page. Measures are in points from its upper left corner. */
final class Pen implements AutoCloseable {
    private static final float RULE = 0.6f;

    private final PDPageContentStream stream;
    private final TypeCase typeCase;
    private final LineBreaker breaker;
    private final float pageHeight;

    Pen(PDDocument document, PDPage page, TypeCase typeCase) throws IOException {
        this.stream = new PDPageContentStream(document, page);
        this.typeCase = typeCase;
        this.breaker = new LineBreaker(typeCase);
        this.pageHeight = page.getMediaBox().getHeight();
    }

    /** The lines of one text. What is copied from the page is the text itself, whatever of it can be shown. */
    void write(List<Line> lines, float left, float top, float width, Align align) {
        drawn(() -> {
            Text text = lines.getFirst().text();
            if (text.breaking() == Text.Breaking.ANYWHERE && lines.size() > 1) {
                beginSpan(lines.stream().map(Line::content).collect(Collectors.joining()));
                writeEach(lines, left, top, width, align);
                stream.endMarkedContent();
            } else {
                writeEach(lines, left, top, width, align);
            }
        });
    }

    void rule(float left, float right, float y, Tone tone) {
        drawn(() -> {
            stream.setStrokingColor(tone.red, tone.green, tone.blue);
            stream.setLineWidth(RULE);
            stream.moveTo(left, pageHeight - y);
            stream.lineTo(right, pageHeight - y);
            stream.stroke();
        });
    }

    private void writeEach(List<Line> lines, float left, float top, float width, Align align) throws IOException {
        float y = top;
        for (Line line : lines) {
            Style style = line.text().style();
            float free = align == Align.RIGHT ? width - breaker.width(line.content(), style) : 0;
            write(line.content(), style, left + free, y + style.baseline());
            y += line.height();
        }
    }

    private void write(String content, Style style, float left, float baseline) throws IOException {
        if (content.isEmpty()) return;
        Letters letters = typeCase.letters(style.face());
        String shown = letters.shown(content);
        boolean replaced = !shown.equals(content);
        if (replaced) beginSpan(content);
        stream.beginText();
        stream.setFont(letters.font(), style.size());
        stream.setNonStrokingColor(style.tone().red, style.tone().green, style.tone().blue);
        stream.newLineAtOffset(left, pageHeight - baseline);
        stream.showText(shown);
        stream.endText();
        if (replaced) stream.endMarkedContent();
    }

    /** The properties stand in the content itself, as some readers see only those. PDFBox has no other method for it. */
    @SuppressWarnings("deprecation")
    private void beginSpan(String actualText) throws IOException {
        byte[] text = ("\ufeff" + actualText).getBytes(StandardCharsets.UTF_16BE);
        stream.appendRawCommands("/Span <</ActualText <" + HexFormat.of().formatHex(text) + ">>> BDC\n");
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
