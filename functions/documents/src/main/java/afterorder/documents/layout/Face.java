package afterorder.documents.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The typefaces, embedded in each document as far as it uses them. */
public enum Face {
    REGULAR("SourceSans3-Regular.ttf"),
    BOLD("SourceSans3-SemiBold.ttf"),
    MONOSPACE("JetBrainsMono-Regular.ttf");

    private final byte[] file;

    Face(String name) {
        this.file = read("/fonts/" + name);
    }

    byte[] file() {
        return file;
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Face.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException("not on the class path: " + resource);
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
