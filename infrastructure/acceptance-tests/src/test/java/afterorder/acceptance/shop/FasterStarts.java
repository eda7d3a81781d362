package afterorder.acceptance.shop;

import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Hundreds of JVMs are started by these tests: what they load is archived once, and halves the time that each takes. */
final class FasterStarts {
    /** They are made when the first shop is opened, unless they are there and the functions are the same. */
    static final Path ARCHIVES = made(Shop.ROOT.resolve("infrastructure/acceptance-tests/target/class-archives"));

    private FasterStarts() {}

    private static Path made(Path folder) {
        Setup setup =
                new Setup(Shop.ROOT.resolve("template.yaml"), folder.resolve("data"), 0, Map.of(), Optional.of(folder));
        try (LocalCloud cloud = LocalCloud.start(setup)) {
            cloud.functions().archiveClasses();
            return folder;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("the classes of the functions could not be archived", failure);
        }
    }
}
