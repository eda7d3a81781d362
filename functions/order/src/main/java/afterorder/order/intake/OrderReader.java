package afterorder.order.intake;

import afterorder.order.Address;
import afterorder.order.ConfirmationWishes;
import afterorder.order.Customer;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.ServiceContact;
import afterorder.order.ServiceLine;
import afterorder.order.TechnicalContact;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a posted order, with all its violations at once. */
public final class OrderReader {
    /** More lines in one order are refused. */
    public static final int MOST_LINES = 10_000;

    /** So that each change of an order is one DynamoDB transaction of less than 100 actions. */
    public static final int MOST_PARTS = 40;

    /** Licenses in one order, by quantity: what one delivery note can hold. */
    public static final int MOST_LICENSES = 10_000;

    private static final int LONGEST_NAME = 200;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final LineReader lines;
    private final Catalog catalog;
    private final Teams teams;

    public OrderReader(Settings settings) {
        this.lines = new LineReader(settings.catalog(), settings.teams());
        this.catalog = settings.catalog();
        this.teams = settings.teams();
    }

    /**
     * @param body JSON in UTF-8
     * @param today in the seller's zone
     */
    public Reading<Order> read(byte[] body, LocalDate today) {
        return BodyReader.read(body, (fields, violations) -> order(fields, violations, today));
    }

    private Order order(Fields fields, Mistakes violations, LocalDate today) {
        Currency currency = fields.choice("currency", List.of(EURO), Currency::getCurrencyCode);
        Language language = language(fields);
        boolean commissioned = fields.flag("commissioned", false);
        Customer customer = fields.object("customer", false, OrderReader::customer);
        String buyerReference = BuyerReference.read(fields);
        ConfirmationWishes wishes = fields.object("confirmation", true, WishesReader::wishes);
        TechnicalContact contact = fields.object("technicalContact", true, ContactReader::contact);
        ServiceContact serviceContact = fields.object("serviceContact", true, OrderReader::serviceContact);
        List<@Nullable Line> read = fields.list("lines", (node, place) -> lines.read(node, place, violations, today));
        checkTogether(fields, read, contact, today);
        AppTiers.check(read, catalog, violations);
        return new Order(
                currency,
                language,
                commissioned,
                customer,
                buyerReference,
                wishes,
                contact,
                serviceContact,
                read.stream().filter(Objects::nonNull).toList());
    }

    private void checkTogether(
            Fields fields, List<@Nullable Line> lines, @Nullable TechnicalContact contact, LocalDate today) {
        if (lines.isEmpty()) fields.refuse("lines", "must have at least one line");
        if (lines.size() > MOST_LINES)
            fields.refuse("lines", "must have at most " + MOST_LINES + " lines, not " + lines.size());
        List<LicenseLine> licenses = lines.stream()
                .filter(LicenseLine.class::isInstance)
                .map(LicenseLine.class::cast)
                .toList();
        if (!licenses.isEmpty() && !fields.has("technicalContact")) {
            fields.refuse("technicalContact", "is required for licenses");
        }
        long parts = dates(licenses, today) + teams(lines);
        if (parts > MOST_PARTS) {
            fields.refuse(
                    "lines",
                    "must have at most " + MOST_PARTS + " parts (dates of purchase, teams of services), not " + parts);
        }
        int quantity = licenses.stream().mapToInt(LicenseLine::quantity).sum();
        if (quantity > MOST_LICENSES) {
            fields.refuse("lines", "must have at most " + MOST_LICENSES + " licenses in all, not " + quantity);
        }
    }

    private static long dates(List<LicenseLine> licenses, LocalDate today) {
        return licenses.stream()
                .map(line -> Optional.ofNullable(line.purchaseOn()).orElse(today))
                .distinct()
                .count();
    }

    private long teams(List<@Nullable Line> lines) {
        return lines.stream()
                .filter(ServiceLine.class::isInstance)
                .map(ServiceLine.class::cast)
                .flatMap(line -> teams.delivering(line.service()).stream())
                .map(Team::key)
                .distinct()
                .count();
    }

    /** Of an order, or corrected later. */
    public static Customer customer(Fields fields) {
        String number = fields.text("number", 50);
        String name = fields.text("name", LONGEST_NAME);
        Email email = Addresses.email(fields, true);
        String phone = Addresses.phone(fields);
        ZoneId timeZone = timeZone(fields);
        Address address = fields.object("address", false, Addresses::postal);
        return new Customer(number, name, email, VatIds.read(fields, address), phone, timeZone, address);
    }

    private static @Nullable ZoneId timeZone(Fields fields) {
        return fields.has("timeZone")
                ? fields.parsed("timeZone", OrderReader::knownZone, "a time zone like America/New_York")
                : null;
    }

    /** A mere offset is none: it would not change its clocks. */
    private static ZoneId knownZone(String id) {
        if (ZoneId.getAvailableZoneIds().contains(id)) return ZoneId.of(id);
        throw new IllegalArgumentException(id);
    }

    private static ServiceContact serviceContact(Fields fields) {
        return new ServiceContact(
                fields.text("name", LONGEST_NAME), Addresses.email(fields, true), Addresses.phone(fields));
    }

    static @Nullable Language language(Fields fields) {
        return fields.choice("language", List.of(Language.values()), Language::code);
    }
}
