package afterorder.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A test, because Spotless runs on Maven's own JDK, which may be too old to parse the sources. */
class FormattingTest {

    @Test
    void every_source_is_formatted() throws IOException {
        Path repository = Path.of("..", "..").toRealPath();
        List<Path> sources = SourceTree.below(repository);

        List<String> unformatted = sources.parallelStream()
                .filter(source -> !isFormatted(source))
                .map(source -> repository.relativize(source).toString())
                .sorted()
                .toList();

        assertThat(sources).isNotEmpty();
        assertThat(unformatted)
                .as("not formatted; `mvn spotless:apply` formats them, with Maven on a JDK 25 (JAVA_HOME)")
                .isEmpty();
    }

    private static boolean isFormatted(Path source) {
        try {
            String text = Files.readString(source);
            return Formatted.of(text).equals(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + source, unreadable);
        } catch (FormatterException noJava) {
            throw new IllegalStateException(source + " is no Java: " + noJava.getMessage(), noJava);
        }
    }
}
