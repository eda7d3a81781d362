package afterorder.documents.wording;

import afterorder.order.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The texts of one language, as the reseller has written them; their places are filled as by {@link String#format}. */
final class Texts {
    private static final Map<Language, Texts> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) BY_LANGUAGE.put(language, new Texts(language));
    }

    private final Language language;
    private final Properties texts;

    private Texts(Language language) {
        this.language = language;
        this.texts = read("/settings/texts_" + language.code() + ".properties");
    }

    static Texts of(Language language) {
        return BY_LANGUAGE.get(language);
    }

    Set<String> names() {
        return texts.stringPropertyNames();
    }

    String text(String name, Object... values) {
        String text = texts.getProperty(name);
        if (text == null) throw new IllegalStateException("no text '" + name + "' in the language " + language);
        return values.length == 0 ? text : text.formatted(values);
    }

    private static Properties read(String file) {
        try (InputStream stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException("not on the class path: " + file);
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
