package afterorder.documents.wording;

import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Money;
import afterorder.order.ServiceLine;
import afterorder.order.billing.Period;
import afterorder.order.purchase.Entitlement;
import afterorder.order.settings.Catalog;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the lines of an order in words, the same in each document and mail. */
public final class LineWording {
    private static final String BETWEEN = " · ";

    private final Catalog catalog;
    private final Language language;
    private final Wording wording;

    public LineWording(Catalog catalog, Language language, Wording wording) {
        this.catalog = catalog;
        this.language = language;
        this.wording = wording;
    }

    /** What the line is about: "Jira Data Center", "Consulting". */
    public String title(Line line) {
        return switch (line) {
            case LicenseLine license -> product(license);
            case ServiceLine service -> service(service).name().get(language);
        };
    }

    /** All else that was ordered with it, but for quantity and price. */
    public String details(Line line) {
        return switch (line) {
            case LicenseLine license -> licenseDetails(license);
            case ServiceLine service -> service.description();
        };
    }

    /** The details, and how long what was sold runs, where that is known. */
    public String details(Line line, @Nullable Period period) {
        return period == null ? details(line) : details(line) + BETWEEN + period(period);
    }

    private String period(Period period) {
        return wording.text("license.period", wording.date(period.startsOn()), wording.date(period.endsOn()));
    }

    /** What the vendor sold for the line: tier, SEN or entitlement, and the period; neither key nor site. */
    public String license(LicenseLine line, Entitlement sold) {
        List<String> details = new ArrayList<>();
        details.add(counted("license.users", line.users()));
        addNamed(details, "license.sen", sold.sen());
        addNamed(details, "license.entitlement", sold.entitlement());
        details.add(period(new Period(sold.startsOn(), sold.endsOn())));
        return String.join(BETWEEN, details);
    }

    public String quantity(Line line) {
        return switch (line) {
            case LicenseLine license -> wording.number(license.quantity());
            case ServiceLine service ->
                wording.number(service.quantity()) + " "
                        + known(service(service).units(), service.unit()).get(language);
        };
    }

    public String unitPrice(Line line, Currency currency) {
        return wording.amount(new Money(line.unitPrice(), currency));
    }

    public String amount(Line line, Currency currency) {
        return wording.amount(line.net(currency));
    }

    /** "1–3, 5" for 1, 2, 3 and 5. */
    public static String numbers(List<Integer> sorted) {
        List<String> ranges = new ArrayList<>();
        for (int first = 0, end; first < sorted.size(); first = end) {
            end = first + 1;
            while (end < sorted.size() && sorted.get(end) == sorted.get(end - 1) + 1) end++;
            int from = sorted.get(first);
            int to = sorted.get(end - 1);
            ranges.add(from == to ? "" + from : from + "–" + to);
        }
        return String.join(", ", ranges);
    }

    private String product(LicenseLine license) {
        return known(catalog.products(), license.product()).nameAs(license.deployment());
    }

    private String licenseDetails(LicenseLine license) {
        List<String> details = new ArrayList<>();
        details.add(wording.text("license.transaction." + license.transaction().code()));
        details.add(counted("license.users", license.users()));
        details.add(counted("license.months", license.months()));
        addNamed(details, "license.sen", license.sen());
        addNamed(details, "license.entitlement", license.entitlement());
        addNamed(details, "license.existing-sen", license.existingSen());
        addNamed(details, "license.site", license.site());
        return String.join(BETWEEN, details);
    }

    private String counted(String name, int count) {
        return wording.text(count == 1 ? name + ".one" : name, wording.number(count));
    }

    private void addNamed(List<String> details, String name, @Nullable String value) {
        if (value != null) details.add(wording.text(name, value));
    }

    private Catalog.Service service(ServiceLine line) {
        return known(catalog.services(), line.service());
    }

    /** What was ordered once must stay in the catalog for as long as documents name it. */
    private static <T> T known(Map<String, T> entries, String key) {
        T entry = entries.get(key);
        if (entry == null) throw new IllegalStateException("the catalog has lost '" + key + "', which an order names");
        return entry;
    }
}
