package afterorder.localcloud.vendor;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox for each test, whose reseller does not listen to webhooks. */
abstract class SandboxTest {

    @TempDir
    Path folder;

    Sandbox vendor;

    @BeforeEach
    void start() {
        vendor = new Sandbox(folder);
    }

    @AfterEach
    void stop() throws Exception {
        vendor.close();
    }
}
