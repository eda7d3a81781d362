package afterorder.localcloud.function;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.crac.Core;

/** Makes a jar of the sample functions, with what they need, as the shade plugin makes those of the real ones. */
final class FunctionJar {
    private FunctionJar() {}

    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("samples.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(file)) {
            for (Class<?> type : List.of(SampleFunction.class, SnapshotFunction.class, BrokenFunction.class)) {
                String entry = type.getName().replace('.', '/') + ".class";
                to.putNextEntry(new JarEntry(entry));
                try (var bytes = type.getResourceAsStream("/" + entry)) {
                    bytes.transferTo(to);
                }
            }
            String crac = Core.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            copyClasses(new File(crac), to);
        }
        return jar;
    }

    private static void copyClasses(File jar, JarOutputStream to) throws IOException {
        try (JarFile from = new JarFile(jar)) {
            for (JarEntry entry : from.stream()
                    .filter(candidate -> candidate.getName().endsWith(".class"))
                    .toList()) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (var bytes = from.getInputStream(entry)) {
                    bytes.transferTo(to);
                }
            }
        }
    }
}
