package afterorder.localcloud.template;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The template cannot run here: everything that is wrong with it, or unknown here, each with its line. */
public final class TemplateException extends RuntimeException {

    /** @param line counted from 1; 0 when it is not in the file, as with a parameter given from outside */
    public record Problem(Path file, int line, String message) implements Comparable<Problem> {
        private static final Comparator<Problem> ORDER =
                Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::message);

        @Override
        public int compareTo(Problem other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return line == 0 ? message : file.getFileName() + ":" + line + ": " + message;
        }
    }

    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public TemplateException(Collection<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(joining("\n  ", "the template cannot run here:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** By file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
