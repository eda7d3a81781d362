package afterorder.documents.wording;

import afterorder.order.Address;
import afterorder.order.Language;
import afterorder.order.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** A language: its texts, and its way to write amounts, numbers and dates. Not to be shared by threads. */
public final class Wording {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Language language;
    private final Texts texts;
    private final Locale locale;
    private final NumberFormat amounts;
    private final NumberFormat numbers;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDates;
    private final DateTimeFormatter weekdays;
    private final DateTimeFormatter times;
    private final DateTimeFormatter zones;

    public Wording(Language language) {
        this.language = language;
        this.texts = Texts.of(language);
        this.locale = language.locale();
        this.amounts = NumberFormat.getCurrencyInstance(locale);
        this.numbers = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale));
        this.dates = DateTimeFormatter.ofPattern(texts.text("date.pattern"), locale);
        this.shortDates = DateTimeFormatter.ofPattern(texts.text("date.short.pattern"), locale);
        this.weekdays = DateTimeFormatter.ofPattern(texts.text("weekday.pattern"), locale);
        this.times = DateTimeFormatter.ofPattern(texts.text("time.pattern"), locale);
        this.zones = DateTimeFormatter.ofPattern("zzzz", locale);
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return locale;
    }

    /** @throws IllegalStateException when the language lacks the text */
    public String text(String name, Object... values) {
        return texts.text(name, values);
    }

    public String amount(Money money) {
        amounts.setCurrency(money.currency());
        return amounts.format(money.amount());
    }

    public String number(BigDecimal number) {
        return numbers.format(number);
    }

    public String number(int number) {
        return numbers.format(number);
    }

    public String date(LocalDate date) {
        return dates.format(date);
    }

    /** For a column of dates. */
    public String shortDate(LocalDate date) {
        return shortDates.format(date);
    }

    public String dateWithWeekday(LocalDate date) {
        return weekdays.format(date);
    }

    /** Without its day and its zone. */
    public String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    /** Hours and minutes: "102:05". */
    public String duration(Duration duration) {
        return "%d:%02d".formatted(duration.toHours(), duration.toMinutesPart());
    }

    /** What the zone's time is called: "Central European Time". */
    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /** What the zone's time is called at that time: "Central European Summer Time". */
    public String zone(ZonedDateTime time) {
        return zones.format(time);
    }

    /** To the minute. */
    public String time(ZonedDateTime time) {
        return times.format(time);
    }

    /** Its lines as on an envelope; the country is named when the letter crosses a border. */
    public String address(Address address, String homeCountry) {
        String lines = address.street() + "\n" + address.postalCode() + " " + address.city();
        return address.country().equals(homeCountry)
                ? lines
                : lines + "\n" + country(address.country()).toUpperCase(locale);
    }

    public String language(Language language) {
        return Locale.of(language.code()).getDisplayLanguage(locale);
    }

    /** @param code ISO 3166-1 */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
