package afterorder.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks texts into lines that fit a width. */
final class LineBreaker {
    /** A word keeps the spaces behind it. Numbers and addresses (SEN-1234567) are not broken at their signs. */
    private static final Pattern WORD_STARTS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final TypeCase typeCase;

    LineBreaker(TypeCase typeCase) {
        this.typeCase = typeCase;
    }

    /** At least one line, be it empty. */
    List<Line> lines(Text text, float width) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : text.content().split("\\R", -1)) {
            broken(paragraph, text, width).forEach(line -> lines.add(new Line(text, line)));
        }
        return lines;
    }

    float width(String content, Style style) {
        Letters letters = typeCase.letters(style.face());
        return (float) content.codePoints().mapToDouble(letters::width).sum() * style.size();
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
            if (!line.isBlank()) lines.add(line.stripTrailing());
            List<String> pieces = cut(word.stripTrailing(), style, width);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line = pieces.getLast() + word.substring(word.stripTrailing().length());
        }
        lines.add(line.stripTrailing());
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

    /** A line of a text. */
    record Line(Text text, String content) {
        float height() {
            return text.style().lineHeight();
        }
    }
}
