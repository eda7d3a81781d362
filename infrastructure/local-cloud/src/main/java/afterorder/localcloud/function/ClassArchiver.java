package afterorder.localcloud.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** Has a JVM get ready for a function, and write down at its end which classes it has loaded. It answers no invocation. */
final class ClassArchiver implements EnvironmentOwner {
    private final RunnerSettings settings;
    private final ProcessLauncher launcher;
    private final RuntimeApi runtimeApi;
    private final ScheduledExecutorService timers;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    ClassArchiver(
            RunnerSettings settings, ProcessLauncher launcher, RuntimeApi runtimeApi, ScheduledExecutorService timers) {
        this.settings = settings;
        this.launcher = launcher;
        this.runtimeApi = runtimeApi;
        this.timers = timers;
    }

    /** @param folder the working directory of the JVM */
    void archive(FunctionDefinition function, Path folder, Path archive) throws IOException, InterruptedException {
        Environment environment = new Environment(folder.getFileName().toString(), function, this, timers);
        runtimeApi.serve(environment);
        Path written = folder.resolve("classes.jsa");
        Process process = launcher.startArchiving(function, environment.id(), folder, written);
        process.onExit().thenAccept(ended -> environment.ended(ended.exitValue()));
        environment.runs(process.toHandle(), settings.startLimit());
        ready.join();
        process.toHandle().destroy();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        runtimeApi.forget(environment);
        if (!Files.exists(written)) throw new IOException(function.name() + " archived no classes: " + output);
        Files.createDirectories(archive.getParent());
        Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void idle(Environment environment) {
        ready.complete(null);
    }

    @Override
    public void answered(Environment environment, Invocation invocation, Functions.Answer answer) {
        throw new IllegalStateException("nobody has invoked " + environment.id());
    }

    @Override
    public void ended(Environment environment, Optional<Function<String, Functions.Answer>> startFailure) {
        ready.completeExceptionally(new IllegalStateException(environment.id() + " did not get ready"));
    }
}
