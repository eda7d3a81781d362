package afterorder.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command was asked for, by system properties; paths are relative to where it was typed.
 *
 * @param order the order to post
 * @param port 0 takes a free one
 * @param exit whether to end when nothing is under way any more
 */
record Options(Optional<Path> order, int port, Path data, boolean exit) {

    static Options ofSystemProperties() {
        String order = System.getProperty("afterorder.order", "none");
        return new Options(
                order.equals("none") ? Optional.empty() : Optional.of(Path.of(order)),
                Integer.getInteger("afterorder.port", 4566),
                Path.of(System.getProperty("afterorder.data", "infrastructure/local-cloud/target/data")),
                Boolean.getBoolean("afterorder.exit"));
    }
}
