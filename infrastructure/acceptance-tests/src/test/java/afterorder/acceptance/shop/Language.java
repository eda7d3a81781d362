package afterorder.acceptance.shop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What customers are written in. */
public enum Language {
    DE("dd.MM.uuuu"),
    EN("d MMMM uuuu");

    private final DateTimeFormatter date;

    Language(String date) {
        this.date = DateTimeFormatter.ofPattern(date, Locale.ENGLISH);
    }

    /** As orders name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String says(String german, String english) {
        return this == DE ? german : english;
    }

    public String says(LocalDate day) {
        return date.format(day);
    }
}
