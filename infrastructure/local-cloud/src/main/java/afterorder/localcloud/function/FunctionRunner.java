package afterorder.localcloud.function;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AwsError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the functions of the template as Lambda does, each in JVMs of its own, started on first use. They end with the
 * local cloud, also when it is killed; what was left over nevertheless is ended at the next start.
 */
public final class FunctionRunner implements Functions, AutoCloseable {
    /** A function may have started processes of its own, which hold its output open: they are not waited for. */
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final RunnerSettings settings;
    private final Path workFolder;
    private final ProcessRegister processes;
    private final ProcessLauncher launcher;
    private final RuntimeApi runtimeApi = new RuntimeApi();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("function-timeouts").factory());
    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();

    /** @throws IllegalStateException on a platform on which the runtime interface client does not run */
    public FunctionRunner(
            RunnerSettings settings,
            List<FunctionDefinition> functions,
            MovableClock clock,
            Credentials.Issuer credentials)
            throws IOException {
        this.settings = settings;
        Path folder =
                Files.createDirectories(settings.data().resolve("functions").toAbsolutePath());
        RuntimeFiles files = RuntimeFiles.prepare(folder.resolve("runtime"));
        processes = new ProcessRegister(folder.resolve("processes"));
        processes.endLeftOvers();
        workFolder = folder.resolve("work");
        delete(workFolder);
        Files.createDirectories(workFolder);
        launcher = new ProcessLauncher(settings, files, credentials, runtimeApi.open());
        for (FunctionDefinition function : functions) {
            FunctionJournal journal = new FunctionJournal(function.name(), folder, clock);
            pools.put(
                    function.name(),
                    new FunctionPool(function, settings.environmentsPerFunction(), this::start, journal));
        }
    }

    @Override
    public CompletableFuture<Answer> invoke(String function, byte[] event) {
        FunctionName name = FunctionName.parse(function);
        FunctionPool pool = pools.get(name.name());
        if (pool == null) throw new AwsError(404, "ResourceNotFoundException", "Function not found: " + function);
        if (event.length > Invocation.REQUEST_LIMIT) {
            throw new AwsError(
                    413,
                    "RequestTooLargeException",
                    "Request must be smaller than " + Invocation.REQUEST_LIMIT
                            + " bytes for the InvokeFunction operation");
        }
        Invocation invocation = new Invocation(name.arn(pool.function().arn()), event);
        pool.submit(invocation);
        return invocation.answer();
    }

    /** Starts each function's first environment, one after the other; completes when all are ready. */
    public CompletableFuture<Void> prestart() {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (FunctionPool pool : pools.values()) done = done.thenCompose(before -> pool.warm());
        return done;
    }

    /**
     * Makes the archives of classes that are missing, with which later JVMs start in half the time. It takes some seconds a
     * function.
     *
     * @throws IllegalStateException when a function does not get ready
     */
    public void archiveClasses() throws IOException, InterruptedException {
        ClassArchives archives = new ClassArchives(settings.classArchives());
        List<Callable<Void>> missing = new ArrayList<>();
        for (FunctionPool pool : pools.values()) {
            FunctionDefinition function = pool.function();
            if (archives.of(function).isEmpty()) missing.add(() -> archive(function, archives));
        }
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            for (Future<Void> archived : workers.invokeAll(missing)) archived.get();
        } catch (ExecutionException failed) {
            throw new IOException("the classes of a function could not be archived", failed.getCause());
        }
    }

    private Void archive(FunctionDefinition function, ClassArchives archives) throws IOException, InterruptedException {
        Path folder = workFolder.resolve(function.name() + "-archive");
        new ClassArchiver(settings, launcher, runtimeApi, timers).archive(function, folder, archives.place(function));
        delete(folder);
        return null;
    }

    /** Every JVM that runs, or is being started. */
    public List<RunningEnvironment> environments() {
        return allEnvironments().map(Environment::view).toList();
    }

    /** The invocation that a JVM is busy with; empty when with none, or when there is no JVM of that id. */
    public String invocationOf(String environment) {
        return allEnvironments()
                .filter(candidate -> candidate.id().equals(environment))
                .findFirst()
                .flatMap(found -> found.view().requestId())
                .orElse("");
    }

    /**
     * Kills a JVM (SIGKILL), whatever it does at the moment.
     *
     * @return false when there is none of that id
     */
    public boolean kill(String environment) {
        List<Environment> found = allEnvironments()
                .filter(candidate -> candidate.id().equals(environment))
                .toList();
        found.forEach(Environment::kill);
        return !found.isEmpty();
    }

    /** The latest lines that a function wrote, oldest first; {@code <data>/functions/<function>.log} has all. */
    public List<LogLine> log(String function) {
        FunctionPool pool = pools.get(FunctionName.parse(function).name());
        if (pool == null) throw new AwsError(404, "ResourceNotFoundException", "Function not found: " + function);
        return pool.journal().lines();
    }

    /** The figures of every function, in the template's order. */
    public List<FunctionStatistics> statistics() {
        return pools.values().stream().map(pool -> pool.journal().figures()).toList();
    }

    /** Kills every JVM and waits for their end; what waits is answered with an error. */
    @Override
    public void close() throws IOException {
        pools.values().forEach(FunctionPool::close);
        List<CompletableFuture<Void>> ends =
                allEnvironments().map(Environment::end).toList();
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_AT_END.toSeconds(), TimeUnit.SECONDS)
                .join();
        runtimeApi.close();
        timers.shutdownNow();
        for (FunctionPool pool : pools.values()) pool.journal().close();
    }

    private Environment start(FunctionPool pool) {
        String id = pool.function().name() + "-" + UUID.randomUUID().toString().substring(0, 8);
        Environment environment = new Environment(id, pool.function(), pool, timers);
        runtimeApi.serve(environment);
        Thread.ofPlatform().daemon().name(id).start(() -> run(environment, pool));
        return environment;
    }

    /** From the start of its process to its end; each line that it writes goes to the journal. */
    private void run(Environment environment, FunctionPool pool) {
        Path folder = workFolder.resolve(environment.id());
        try {
            Process process = launcher.start(pool.function(), environment.id(), folder);
            environment.runs(process.toHandle(), settings.startLimit());
            processes.add(process.toHandle());
            // Its end counts at once, not when the last process that it started itself closes the output.
            process.onExit().thenAccept(ended -> environment.ended(ended.exitValue()));
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> pool.journal()
                    .wrote(environment, line));
            process.waitFor();
            processes.remove(process.toHandle());
            delete(folder);
        } catch (IOException | InterruptedException failure) {
            environment.kill();
            environment.couldNotStart(failure);
        } finally {
            runtimeApi.forget(environment);
            environment.gone();
        }
    }

    private Stream<Environment> allEnvironments() {
        return pools.values().stream().flatMap(pool -> pool.environments().stream());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.sorted((first, second) -> second.compareTo(first)).toList()) Files.delete(file);
        }
    }
}
