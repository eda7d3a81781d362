package afterorder.localcloud.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Archives of the classes that functions have loaded when they are ready: a JVM that is given one starts in half the time.
 * The function's jar must stand on the class path then, where Lambda's runtime has it in a class loader of its own.
 */
final class ClassArchives {
    private final Optional<Path> folder;

    /** @param folder absent: there are none */
    ClassArchives(Optional<Path> folder) {
        this.folder = folder;
    }

    /** That of the function's jar as it is now, if it was made. */
    Optional<Path> of(FunctionDefinition function) throws IOException {
        return folder.isPresent() ? Optional.of(place(function)).filter(Files::exists) : Optional.empty();
    }

    /** Where it is to stand. @throws java.util.NoSuchElementException when there is no folder for archives */
    Path place(FunctionDefinition function) throws IOException {
        Path jar = function.jar().toRealPath();
        int version = Objects.hash(jar, Files.size(jar), Files.getLastModifiedTime(jar));
        return folder.orElseThrow().resolve("%s-%08x.jsa".formatted(function.logicalId(), version));
    }
}
