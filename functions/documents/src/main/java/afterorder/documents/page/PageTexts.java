package afterorder.documents.page;

import afterorder.order.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** The texts of pages in one language: the file {@code texts_de.properties} or its like, beside the class that shows them. */
public final class PageTexts {
    private final Language language;
    private final Properties texts = new Properties();
    private final DateTimeFormatter times;

    /** @param beside the class beside which the file lies @param zone in which times are shown */
    public PageTexts(Class<?> beside, Language language, ZoneId zone) {
        this.language = language;
        String file = "texts_" + language.code() + ".properties";
        try (InputStream stream = beside.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException("not on the class path: " + file);
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.times = DateTimeFormatter.ofPattern(text("time.pattern"), language.locale())
                .withZone(zone);
    }

    public String language() {
        return language.code();
    }

    /** @throws IllegalStateException when the language lacks the text */
    public String text(String name, Object... values) {
        String text = texts.getProperty(name);
        if (text == null) throw new IllegalStateException("no text '" + name + "' in the language " + language);
        return values.length == 0 ? text : text.formatted(values);
    }

    /** By the text {@code time.pattern}. */
    public String time(Instant time) {
        return times.format(time);
    }
}
