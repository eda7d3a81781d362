package afterorder.documents.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of one face: which it has, and how wide each is. */
final class Letters {
    /** Stands where the face has no letter. */
    private static final int REPLACEMENT = '\u25A1';

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();

    Letters(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    Set<Integer> missing() {
        return missing;
    }

    PDFont font() {
        return font;
    }

    /** The text as this face can show it: what it lacks is visibly replaced. */
    String shown(String text) {
        if (text.codePoints().allMatch(this::has)) return text;
        text.codePoints().filter(letter -> !has(letter)).forEach(missing::add);
        return text.codePoints()
                .map(letter -> has(letter) ? letter : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** In points, at a size of one point. */
    float width(String text) {
        return (float) text.codePoints().mapToDouble(this::width).sum();
    }

    /** In points, at a size of one point. */
    float width(int letter) {
        return widths.computeIfAbsent(has(letter) ? letter : REPLACEMENT, this::measured);
    }

    private boolean has(int letter) {
        return !Character.isISOControl(letter) && glyphs.getGlyphId(letter) != 0;
    }

    private float measured(int letter) {
        try {
            return font.getStringWidth(Character.toString(letter)) / 1000;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
