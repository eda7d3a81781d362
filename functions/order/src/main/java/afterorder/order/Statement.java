package afterorder.order;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that is said to people of different languages, so it is kept as what is meant and said when it is read.
 *
 * @param facts what the phrase's places hold: numbers, ISO 8601 dates, and what others said, verbatim
 */
public record Statement(Phrase phrase, List<String> facts) {
    private static final String UNKNOWN = "–";

    public Statement {
        facts = List.copyOf(facts);
    }

    static Statement of(Phrase phrase, Object... facts) {
        return new Statement(
                phrase,
                Stream.of(facts).map(fact -> Objects.toString(fact, UNKNOWN)).toList());
    }

    public String in(Language language) {
        return phrase.text(language).formatted(facts.toArray());
    }
}
