package afterorder.documents.layout;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws images. Measures are those of PDF: in points from the page's lower left corner. */
final class Brush {
    private final PDDocument document;
    private final PDPageContentStream stream;

    Brush(PDDocument document, PDPageContentStream stream) {
        this.document = document;
        this.stream = stream;
    }

    void draw(Image image, Rectangle2D place) throws IOException {
        switch (image) {
            case Image.Outline outline -> draw(outline, place);
            case Image.Pixels pixels -> {
                PDImageXObject picture = PDImageXObject.createFromByteArray(document, pixels.png(), "logo.png");
                stream.drawImage(picture, (float) place.getX(), (float) place.getY(), (float) place.getWidth(), (float)
                        place.getHeight());
            }
        }
    }

    private void draw(Image.Outline outline, Rectangle2D place) throws IOException {
        Rectangle2D view = outline.view();
        AffineTransform onPage = AffineTransform.getTranslateInstance(place.getX(), place.getMaxY());
        onPage.scale(place.getWidth() / view.getWidth(), -place.getHeight() / view.getHeight());
        onPage.translate(-view.getX(), -view.getY());
        stream.setNonStrokingColor(
                outline.tone().red(), outline.tone().green(), outline.tone().blue());
        float[] to = new float[6];
        float[] from = new float[2];
        for (PathIterator steps = outline.path().getPathIterator(onPage); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(to);
            step(kind, from, to);
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            from[0] = to[last];
            from[1] = to[last + 1];
        }
        stream.fill();
    }

    private void step(int kind, float[] from, float[] to) throws IOException {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> stream.moveTo(to[0], to[1]);
            case PathIterator.SEG_LINETO -> stream.lineTo(to[0], to[1]);
            // PDF has no curve with one handle: the same has both at two thirds of the way to it.
            case PathIterator.SEG_QUADTO ->
                stream.curveTo(
                        (from[0] + 2 * to[0]) / 3,
                        (from[1] + 2 * to[1]) / 3,
                        (to[2] + 2 * to[0]) / 3,
                        (to[3] + 2 * to[1]) / 3,
                        to[2],
                        to[3]);
            case PathIterator.SEG_CUBICTO -> stream.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
            default -> stream.closePath();
        }
    }
}
