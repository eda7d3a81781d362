package afterorder.localcloud.template;

import java.nio.file.Path;
import java.util.TreeSet;

/** Everything that was found wrong while reading, so that one start tells all of it. */
final class Problems {

    private final Path file;
    private final TreeSet<TemplateException.Problem> found = new TreeSet<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(int line, String message) {
        found.add(new TemplateException.Problem(file, line, message));
    }

    void add(Path otherFile, int line, String message) {
        found.add(new TemplateException.Problem(otherFile, line, message));
    }

    /** @throws TemplateException when anything was found so far */
    void refuse() {
        if (!found.isEmpty()) throw new TemplateException(found);
    }
}
