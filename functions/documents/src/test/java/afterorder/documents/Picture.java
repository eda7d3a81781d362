package afterorder.documents;

import afterorder.documents.layout.PdfFile;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page as it is seen, to be compared with the picture that somebody found right: {@code src/test/resources/pictures}. What
 * looks otherwise is left in {@code target/pictures}, to be looked at and, if it is right, copied there.
 */
final class Picture {
    private static final Path RIGHT = Path.of("src/test/resources/pictures");
    private static final Path FOUND = Path.of("target/pictures");
    private static final int DOTS_PER_INCH = 60;
    /** Of 256; what is less comes from another way to smooth the edges of letters. */
    private static final int SAME = 64;
    /** So many dots may be otherwise. */
    private static final int FEW = 20;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /** @param page from 0 on */
    static Picture of(PdfFile document, int page) throws IOException {
        try (PDDocument loaded = Loader.loadPDF(document.bytes())) {
            return new Picture(new PDFRenderer(loaded).renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY));
        }
    }

    /** What is to be said when it does not look like the right picture of that name. */
    Optional<String> differencesTo(String name) throws IOException {
        Path right = RIGHT.resolve(name + ".png");
        if (!Files.exists(right)) return Optional.of("there is no " + right + " yet: see " + kept(name));
        BufferedImage other = ImageIO.read(right.toFile());
        if (other.getWidth() != image.getWidth() || other.getHeight() != image.getHeight()) {
            return Optional.of(right + " has another size than " + kept(name));
        }
        long different = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(dot -> Math.abs(gray(image, dot) - gray(other, dot)) > SAME)
                .count();
        return different <= FEW
                ? Optional.empty()
                : Optional.of("%d dots of %s differ from %s".formatted(different, kept(name), right));
    }

    private File kept(String name) throws IOException {
        File file = Files.createDirectories(FOUND).resolve(name + ".png").toFile();
        ImageIO.write(image, "png", file);
        return file;
    }

    private static int gray(BufferedImage image, int dot) {
        return image.getRaster().getSample(dot % image.getWidth(), dot / image.getWidth(), 0);
    }
}
