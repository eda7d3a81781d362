package afterorder.documents;

import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The settings of the example reseller, as every function has them. */
public final class Settings {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Settings() {}

    public static Seller seller() {
        return read("seller", Seller.class);
    }

    public static Catalog catalog() {
        return read("catalog", Catalog.class);
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream file = Settings.class.getResourceAsStream("/settings/" + name + ".json")) {
            return MAPPER.readValue(file, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
