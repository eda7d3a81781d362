package afterorder.localcloud.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WildcardTest {

    @Property(tries = 20_000)
    void matches_what_a_regular_expression_of_the_same_meaning_matches(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        String expression = pattern.chars()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(letter));
                })
                .collect(Collectors.joining());
        assertThat(new Wildcard(pattern, false).matches(text)).isEqualTo(text.matches(expression));
        assertThat(new Wildcard(pattern, true).matches(text))
                .isEqualTo(Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .matches());
    }

    /** Of few letters, so that many match. */
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'B', '/', '*', '?').ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'A', 'B', '/').ofMaxLength(10);
    }

    @Test
    void of_an_arn_stay_within_its_part_but_for_the_last() {
        assertThat(matches("arn:aws:s3:::documents/orders/*", "arn:aws:s3:::documents/orders/7K3M/lines:1.json"))
                .isTrue();
        assertThat(matches("arn:aws:s3:::documents/orders/*", "arn:aws:s3:::documents/invoices/R-1.pdf"))
                .isFalse();
        assertThat(matches("arn:aws:sqs:*:000000000000:orders", "arn:aws:sqs:eu-central-1:000000000000:orders"))
                .isTrue();
        assertThat(matches("arn:*:*:*:*:orders", "arn:aws:sqs:eu-central-1:000000000000:orders"))
                .isTrue();
        assertThat(matches("arn:aws:*:000000000000:orders:*", "arn:aws:sqs:eu-central-1:000000000000:orders"))
                .isFalse();
        assertThat(ArnPattern.of("arn:aws:sqs:*:orders")).isEmpty();
        assertThat(matches("arn:aws:sqs:eu-central-1:*:o?ders", "arn:aws:sqs:eu-central-1:000000000000:orders"))
                .isTrue();
        assertThat(matches("*", "arn:aws:s3:::documents")).isTrue();
        assertThat(ArnPattern.of("documents/*")).isEmpty();
    }

    private static boolean matches(String pattern, String arn) {
        return ArnPattern.of(pattern).orElseThrow().matches(arn);
    }
}
