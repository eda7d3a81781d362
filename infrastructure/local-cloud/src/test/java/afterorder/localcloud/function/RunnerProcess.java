package afterorder.localcloud.function;

import afterorder.localcloud.clock.MovableClock;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A local cloud to be killed: starts a function and prints the id of its process. */
final class RunnerProcess {
    private RunnerProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        FunctionDefinition function = ASample.named("sample").in(Path.of(arguments[1]));
        FunctionRunner runner = new FunctionRunner(
                RunnerSettings.defaults(data, URI.create("http://127.0.0.1:4566"), "eu-central-1"),
                List.of(function),
                new MovableClock(data.resolve("clock.json")),
                (name, environment) -> new Credentials("key", "secret"));
        runner.prestart().join();
        System.out.println(runner.environments().getFirst().pid());
        new CountDownLatch(1).await();
    }
}
