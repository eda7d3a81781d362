package afterorder.acceptance.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Keeps what each shop tells at its end of the permissions that were used in it, where somebody wants to know. */
public final class PermissionRecord {
    private static final String FOLDER = "afterorder.permissions";

    private PermissionRecord() {}

    /** From now on, a file for each shop that closes. */
    public static void into(Path folder) {
        System.setProperty(FOLDER, folder.toString());
    }

    public static void nowhere() {
        System.clearProperty(FOLDER);
    }

    static void keep(Api api) {
        Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of).ifPresent(folder -> {
            try {
                Files.createDirectories(folder);
                Files.writeString(
                        folder.resolve(UUID.randomUUID() + ".json"),
                        api.get("/_local/permissions").body());
            } catch (IOException failure) {
                throw new UncheckedIOException("what was used cannot be kept", failure);
            }
        });
    }
}
