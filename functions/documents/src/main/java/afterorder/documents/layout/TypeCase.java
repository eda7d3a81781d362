package afterorder.documents.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document: what is taken from it is embedded. */
final class TypeCase {
    private final PDDocument document;
    private final Map<Face, Letters> letters = new EnumMap<>(Face.class);

    TypeCase(PDDocument document) {
        this.document = document;
    }

    Letters letters(Face face) {
        return letters.computeIfAbsent(face, this::load);
    }

    /** The letters that were written and that no face has. */
    List<String> missing() {
        return letters.values().stream()
                .flatMap(each -> each.missing().stream())
                .distinct()
                .sorted()
                .map(Character::toString)
                .toList();
    }

    private Letters load(Face face) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()));
            // Ligatures cost twenty times the time, and "ft" would be copied as one odd character.
            font.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(font);
            return new Letters(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
