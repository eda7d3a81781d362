package afterorder.documents.layout;

import java.text.Normalizer;

/**
 * A text of one style; a line feed in it begins a new line.
 *
 * @param breaking where a line may end
 */
public record Text(String content, Style style, Breaking breaking) {

    public enum Breaking {
        /** Between words, and within a word only when it is longer than a line. */
        BETWEEN_WORDS,
        /** Anywhere: the text is one string, and is copied from the PDF as one, however many lines it takes. */
        ANYWHERE
    }

    /** Letters that were sent in parts (an "u" and its dots) become one: fonts have them as one. */
    public Text {
        content = Normalizer.normalize(content, Normalizer.Form.NFC);
    }

    Text scaled(float factor) {
        return new Text(content, style.scaled(factor), breaking);
    }

    public Text(String content, Style style) {
        this(content, style, Breaking.BETWEEN_WORDS);
    }
}
