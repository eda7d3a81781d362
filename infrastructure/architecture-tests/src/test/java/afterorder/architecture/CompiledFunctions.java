package afterorder.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The classes of every module below {@code functions}, as they are compiled. */
final class CompiledFunctions {
    private CompiledFunctions() {}

    static JavaClasses classes() {
        try (Stream<Path> modules = Files.list(Path.of("../../functions"))) {
            return new ClassFileImporter()
                    .importPaths(modules.map(module -> module.resolve("target/classes"))
                            .filter(Files::isDirectory)
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("the functions' modules are not here", failure);
        }
    }
}
