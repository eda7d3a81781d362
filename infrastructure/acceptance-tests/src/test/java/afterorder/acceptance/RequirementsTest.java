package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README claims, a test shows. */
class RequirementsTest {
    private static final Pattern CLAIM = Pattern.compile("\\bS\\d{1,2}\\b");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(S\\d{1,2})\"\\)");

    @Test
    void every_requirement_that_the_readme_claims_has_a_test() {
        Set<String> claimed = CLAIM.matcher(read(Shop.ROOT.resolve("README.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(claimed).isNotEmpty();
        assertThat(tagged()).containsAll(claimed);
    }

    private static Set<String> tagged() {
        try (Stream<Path> files = Files.walk(Shop.ROOT)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .flatMap(file -> TAG.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
