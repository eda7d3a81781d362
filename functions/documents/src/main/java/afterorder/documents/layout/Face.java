package afterorder.documents.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typefaces, embedded in each document as far as it uses them. Each is read once, for all documents. */
public enum Face {
    REGULAR("SourceSans3-Regular.ttf"),
    BOLD("SourceSans3-SemiBold.ttf"),
    MONOSPACE("JetBrainsMono-Regular.ttf");

    private static final int FREQUENT = 0x250;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int[] frequent = new int[FREQUENT];
    private final float unitsPerPoint;

    Face(String file) {
        try {
            this.font = parsed("/fonts/" + file);
            this.glyphs = font.getUnicodeCmapLookup();
            this.unitsPerPoint = font.getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Arrays.setAll(frequent, this::looked);
    }

    TrueTypeFont font() {
        return font;
    }

    /** The number of the letter's glyph; 0 when the face has none. */
    int glyph(int letter) {
        return letter < FREQUENT ? frequent[letter] : looked(letter);
    }

    /** In points, at a size of one point. */
    float width(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) / unitsPerPoint;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int looked(int letter) {
        return Character.isISOControl(letter) ? 0 : glyphs.getGlyphId(letter);
    }

    private static TrueTypeFont parsed(String resource) throws IOException {
        try (InputStream stream = Face.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("not on the class path: " + resource);
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            // Ligatures cost twenty times the time, and "ft" would be copied as one odd character.
            font.setEnableGsub(false);
            return font;
        }
    }
}
