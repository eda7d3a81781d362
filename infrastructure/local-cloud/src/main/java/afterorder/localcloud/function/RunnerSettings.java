package afterorder.localcloud.function;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the runner must know of the local cloud.
 *
 * @param data folder for logs, process files and the extracted native library
 * @param endpoint where functions find AWS: {@code http://127.0.0.1:PORT}
 * @param environmentsPerFunction so many JVMs at the most run one function; further invocations wait
 * @param classArchives folder of what {@link FunctionRunner#archiveClasses} makes; without it, it makes nothing
 * @param startLimit how long a JVM may take until it asks for its first invocation (real time)
 */
public record RunnerSettings(
        Path data,
        URI endpoint,
        String region,
        int environmentsPerFunction,
        Duration startLimit,
        Optional<Path> classArchives) {

    /** Two environments a function: what two cores and 3 GB bear with six functions. */
    public static RunnerSettings defaults(Path data, URI endpoint, String region) {
        return new RunnerSettings(data, endpoint, region, 2, Duration.ofSeconds(60), Optional.empty());
    }

    public RunnerSettings withClassArchives(Optional<Path> folder) {
        return new RunnerSettings(data, endpoint, region, environmentsPerFunction, startLimit, folder);
    }
}
