package afterorder.documents.layout;

import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of one face in one document: how wide each is, and which were wanted that the face has not. */
final class Letters {
    /** Stands where the face has no letter. */
    private static final int REPLACEMENT = '\u25A1';

    private final Face face;
    private final PDType0Font font;
    private final Set<Integer> missing = new HashSet<>();

    Letters(Face face, PDType0Font font) {
        this.face = face;
        this.font = font;
    }

    Set<Integer> missing() {
        return missing;
    }

    PDType0Font font() {
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
        float width = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) width += width(text.codePointAt(at));
        return width;
    }

    /** In points, at a size of one point. */
    float width(int letter) {
        return face.width(face.glyph(has(letter) ? letter : REPLACEMENT));
    }

    private boolean has(int letter) {
        return face.glyph(letter) != 0;
    }
}
