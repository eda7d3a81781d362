package afterorder.services;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this project, from whichever module a test runs in. */
final class Project {
    private Project() {}

    static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml"))) return folder.resolve(name);
        }
        throw new IllegalStateException(
                "no template.yaml in or above " + Path.of("").toAbsolutePath());
    }
}
