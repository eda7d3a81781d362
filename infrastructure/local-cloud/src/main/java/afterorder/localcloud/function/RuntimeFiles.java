package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The files that Lambda has in {@code /var/runtime}: the jars of the runtime interface client, and its native part, extracted
 * once (clients that start together would each rewrite the same file, and crash).
 *
 * @param mainClass the folder in which {@link FunctionMain} stands alone
 */
record RuntimeFiles(List<Path> jars, Path mainClass, Path nativeLibrary) {

    static RuntimeFiles prepare(Path folder) throws IOException {
        Path main = folder.resolve(FunctionMain.class.getName().replace('.', '/') + ".class");
        copy("/" + folder.relativize(main), main);
        String library = "libaws-lambda-jni.linux-" + architecture() + ".so";
        Path nativeLibrary = folder.resolve(library);
        copy("/jni/" + library, nativeLibrary);
        Stream<Path> jars = Stream.of(
                        AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(RuntimeFiles::jarOf);
        return new RuntimeFiles(jars.distinct().toList(), folder.toAbsolutePath(), nativeLibrary.toAbsolutePath());
    }

    /** That of a JVM which ends with the local cloud. */
    String classPath(Path... added) {
        return joined(Stream.concat(Stream.of(clientsAnd(added)), Stream.of(mainClass.toString())));
    }

    /** How it begins: an archive of classes holds for whatever begins so, and cannot be made of a folder. */
    String clientsAnd(Path... added) {
        return joined(Stream.concat(jars.stream(), Stream.of(added)).map(Path::toString));
    }

    private static String joined(Stream<String> paths) {
        return paths.collect(Collectors.joining(File.pathSeparator));
    }

    private static String architecture() {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        boolean known = List.of("amd64", "aarch64").contains(machine);
        if (!system.equals("Linux") || !known) {
            throw new IllegalStateException("Functions run on Linux only (x86-64 or arm64, also in WSL), because AWS's"
                    + " runtime interface client has a native part; this machine is " + system + " on " + machine
                    + ".");
        }
        return machine.equals("amd64") ? "x86_64" : "aarch_64";
    }

    private static void copy(String resource, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path next = to.resolveSibling(to.getFileName() + ".new");
        try (InputStream from = AWSLambda.class.getResourceAsStream(resource)) {
            if (from == null) throw new FileNotFoundException("no " + resource + " on the class path");
            Files.copy(from, next, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(next, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
