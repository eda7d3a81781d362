package afterorder.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The languages in which customers are written to. */
public enum Language {
    DE("de", Locale.GERMANY),
    EN("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }
}
