package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the JVM of an environment, with the options and environment variables that Lambda would give it. */
final class ProcessLauncher {
    private static final String JNI_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** As much of MemorySize as Lambda gives to the heap of Java; metaspace, code and stacks share the rest unchecked. */
    private static final double HEAP_SHARE = 0.85;

    private final RunnerSettings settings;
    private final RuntimeFiles files;
    private final ClassArchives archives;
    private final Credentials.Issuer credentials;
    private final int runtimeApiPort;

    ProcessLauncher(RunnerSettings settings, RuntimeFiles files, Credentials.Issuer credentials, int runtimeApiPort) {
        this.settings = settings;
        this.files = files;
        this.archives = new ClassArchives(settings.classArchives());
        this.credentials = credentials;
        this.runtimeApiPort = runtimeApiPort;
    }

    /** @param folder its working directory, with the jar in {@code lib/}, where the client's class loader looks */
    Process start(FunctionDefinition function, String environment, Path folder) throws IOException {
        if (!Files.isReadable(function.jar())) {
            throw new IOException("there is no " + function.jar() + ": build it first (mvn package)");
        }
        Path jar = function.jar().toRealPath();
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Optional<Path> archive = archives.of(function);
        String main = FunctionMain.class.getName();
        if (archive.isPresent()) {
            String sharing = "-XX:SharedArchiveFile=" + archive.get();
            // Of the modules, the JDK's own archive knows nothing of native access, and the JVM says so at each start.
            String quiet = "-Xlog:cds=off";
            return start(function, environment, folder, List.of(sharing, quiet, "-cp", files.classPath(jar), main));
        }
        Files.createSymbolicLink(libraries.resolve(function.name() + ".jar"), jar);
        return start(function, environment, folder, List.of("-cp", files.classPath(), main));
    }

    /** It is to be ended by a signal, and then writes the classes that it has loaded into that file. */
    Process startArchiving(FunctionDefinition function, String environment, Path folder, Path archive)
            throws IOException {
        Files.createDirectories(folder);
        String classPath = files.clientsAnd(function.jar().toRealPath());
        String sharing = "-XX:ArchiveClassesAtExit=" + archive;
        return start(function, environment, folder, List.of(sharing, "-cp", classPath, AWSLambda.class.getName()));
    }

    /** @param program the last options, and the main class */
    private Process start(FunctionDefinition function, String environment, Path folder, List<String> program)
            throws IOException {
        List<String> command = new ArrayList<>(options(function, folder));
        command.addAll(program);
        command.add(function.handler());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables(function, environment, folder));
        return builder.start();
    }

    private List<String> options(FunctionDefinition function, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (int) (function.memoryMegabytes() * HEAP_SHARE) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // The client collects garbage before the snapshot, which is not made here; and reflection by native
                // code
                // starts sooner than the method handles that would be generated for it.
                "-XX:+DisableExplicitGC",
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-D" + JNI_PROPERTY + "=" + files.nativeLibrary(),
                // Without it the hooks of org.crac are silently not called.
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    }

    private Map<String, String> variables(FunctionDefinition function, String environment, Path folder) {
        Credentials keys = credentials.issue(function.name(), environment);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("_HANDLER", function.handler());
        variables.put("AWS_REGION", settings.region());
        variables.put("AWS_DEFAULT_REGION", settings.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
        variables.put("AWS_ENDPOINT_URL", settings.endpoint().toString());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", environment);
        variables.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + runtimeApiPort + "/" + environment);
        variables.put("LAMBDA_TASK_ROOT", folder.toString());
        variables.put("LAMBDA_RUNTIME_DIR", files.nativeLibrary().getParent().toString());
        variables.putAll(function.environment());
        return variables;
    }
}
