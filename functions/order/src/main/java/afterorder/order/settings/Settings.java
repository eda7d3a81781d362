package afterorder.order.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a reseller edits in {@code infrastructure/settings}, as it was when the jar was built. */
public record Settings(Seller seller, Catalog catalog, Desk desk, Teams teams) {

    /** @throws BrokenSettings with every mistake of every file */
    public static Settings bundled() {
        return read(bundled("seller"), bundled("catalog"), bundled("desk"), bundled("teams"));
    }

    static Settings read(byte[] sellerFile, byte[] catalogFile, byte[] deskFile, byte[] teamsFile) {
        List<String> mistakes = new ArrayList<>();
        Seller seller = new SettingsFile(path("seller"), sellerFile).read(SellerReader::seller, mistakes);
        Catalog catalog = new SettingsFile(path("catalog"), catalogFile).read(CatalogReader::catalog, mistakes);
        Desk desk = new SettingsFile(path("desk"), deskFile).read(DeskReader::desk, mistakes);
        Teams teams = new SettingsFile(path("teams"), teamsFile)
                .read((fields, found) -> TeamsReader.teams(fields, catalog, found), mistakes);
        if (!mistakes.isEmpty()) throw new BrokenSettings(mistakes);
        return new Settings(
                Objects.requireNonNull(seller),
                Objects.requireNonNull(catalog),
                Objects.requireNonNull(desk),
                Objects.requireNonNull(teams));
    }

    private static byte[] bundled(String name) {
        try (InputStream in = Settings.class.getResourceAsStream("/settings/" + name + ".json")) {
            if (in == null) throw new BrokenSettings(List.of(path(name) + ":1: the file is missing"));
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(path(name) + " cannot be read", broken);
        }
    }

    private static String path(String name) {
        return "infrastructure/settings/" + name + ".json";
    }
}
