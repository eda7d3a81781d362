package afterorder.order.settings;

import afterorder.order.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a reseller edits in {@code infrastructure/settings}, as it was when the jar was built. */
public record Settings(Seller seller, Catalog catalog, Desk desk) {

    public static Settings bundled() {
        return new Settings(read("seller", Seller.class), read("catalog", Catalog.class), read("desk", Desk.class));
    }

    private static <T> T read(String name, Class<T> type) {
        String resource = "/settings/" + name + ".json";
        try (InputStream in = Settings.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("infrastructure" + resource + " is missing");
            return Json.MAPPER.readValue(in, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("infrastructure" + resource + " is broken: " + broken.getMessage(), broken);
        }
    }
}
