package afterorder.documents.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
            return new Letters(face, PDType0Font.load(document, face.font(), true));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
