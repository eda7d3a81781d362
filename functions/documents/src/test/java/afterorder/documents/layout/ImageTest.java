package afterorder.documents.layout;

import static afterorder.documents.Validity.assertValid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
    private static final Color BLUE = new Color(13, 69, 119);

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void a_picture_of_dots_is_valid_and_seen(int type) throws Exception {
        BufferedImage picture = new BufferedImage(40, 20, type);
        for (int dot = 0; dot < 800; dot++) picture.setRGB(dot % 40, dot / 40, BLUE.getRGB());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        assertIsSeen(new Image.Pixels(png.toByteArray()));
    }

    @Test
    void a_drawing_is_valid_and_seen_where_its_view_says() throws Exception {
        Path2D path = new Path2D.Double();
        path.append(new Rectangle2D.Double(-10, -10, 40, 20), false);
        assertIsSeen(new Image.Outline(
                path, new Rectangle2D.Double(-10, -10, 40, 20), new Tone(13 / 255f, 69 / 255f, 119 / 255f)));
    }

    private static void assertIsSeen(Image image) throws Exception {
        PdfFile file = PdfWriter.write(sheet(new Element.Figure(image, "Logo of the seller", 80, 40)));
        assertValid(file);
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(color(page, 105, 105)).isEqualTo(color(page, 175, 135)).isCloseTo(BLUE.getRed(), within(8));
            assertThat(color(page, 95, 120)).isEqualTo(255);
            assertThat(color(page, 185, 120)).isEqualTo(255);
            assertThat(color(page, 120, 145)).isEqualTo(255);
        }
    }

    private static int color(BufferedImage page, int x, int y) {
        return new Color(page.getRGB(x, y)).getRed();
    }

    private static Sheet sheet(Element element) {
        Text text = new Text("Invoice", new Style(Face.BOLD, 17, Tone.INK));
        return new Sheet(
                "Invoice",
                "Seller",
                Locale.ENGLISH,
                ZonedDateTime.parse("2026-11-23T00:00:00+01:00"),
                List.of(new Frame(100, 100, 80, List.of(element))),
                List.of(new Element.Heading(1, text)),
                List.of(),
                List.of(),
                (page, pages) -> text,
                List.of());
    }
}
