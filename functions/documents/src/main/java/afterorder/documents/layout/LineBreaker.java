package afterorder.documents.layout;

import afterorder.documents.layout.Text.Breaking;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks texts into lines that fit a width. */
final class LineBreaker {
    /** A word keeps the spaces behind it. Numbers and addresses (SEN-1234567) are not broken at their signs. */
    private static final Pattern WORD_STARTS = Pattern.compile("(?<=\\s)(?=\\S)");

    private static final Pattern LINE_FEED = Pattern.compile("\\R");

    private final TypeCase typeCase;

    LineBreaker(TypeCase typeCase) {
        this.typeCase = typeCase;
    }

    /** At least one line, be it empty. */
    List<Line> lines(Text text, float width, Tag tag) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : LINE_FEED.split(text.content(), -1)) {
            broken(paragraph, text, width).forEach(line -> lines.add(line(text, tag, line)));
            lines.add(lines.removeLast().withEnding(" "));
        }
        lines.add(lines.removeLast().withEnding(""));
        return lines;
    }

    private static Line line(Text text, Tag tag, String line) {
        String content = text.breaking() == Breaking.ANYWHERE ? line : line.stripTrailing();
        return new Line(text, tag, content, content.length() < line.length() ? " " : "");
    }

    private float width(String content, Style style) {
        return typeCase.letters(style.face()).width(content) * style.size();
    }

    private List<String> broken(String paragraph, Text text, float width) {
        return switch (text.breaking()) {
            case BETWEEN_WORDS -> betweenWords(paragraph, text.style(), width);
            case ANYWHERE -> cut(paragraph, text.style(), width);
        };
    }

    private List<String> betweenWords(String paragraph, Style style, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : WORD_STARTS.split(paragraph)) {
            if (width((line + word).stripTrailing(), style) <= width) {
                line += word;
                continue;
            }
            if (!line.isBlank()) lines.add(line);
            List<String> pieces = cut(word.stripTrailing(), style, width);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line = pieces.getLast() + word.substring(word.stripTrailing().length());
        }
        lines.add(line);
        return lines;
    }

    private List<String> cut(String word, Style style, float width) {
        List<String> pieces = new ArrayList<>();
        Letters letters = typeCase.letters(style.face());
        int start = 0;
        float used = 0;
        for (int at = 0; at < word.length(); at = word.offsetByCodePoints(at, 1)) {
            float letter = letters.width(word.codePointAt(at)) * style.size();
            if (used + letter > width && at > start) {
                pieces.add(word.substring(start, at));
                start = at;
                used = 0;
            }
            used += letter;
        }
        pieces.add(word.substring(start));
        return pieces;
    }

    /**
     * A line of a text.
     *
     * @param ending a space where the line ends between words: it is not seen, but parts them for who is read to
     */
    record Line(Text text, Tag tag, String content, String ending) {
        Line withEnding(String other) {
            return new Line(text, tag, content, other);
        }

        float height() {
            return text.style().lineHeight();
        }
    }
}
