package afterorder.order.settings;

import afterorder.order.Language;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Catalog.Product;
import afterorder.order.settings.Catalog.Service;
import afterorder.order.settings.SaleEnd.Audience;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code catalog.json}. */
final class CatalogReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_USERS = 1_000_000;
    private static final int MOST_MONTHS = 60;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final String KEY_FORM = "a key of small letters, digits and hyphens";

    private final Set<String> productKeys;
    private final Mistakes mistakes;

    private CatalogReader(Set<String> productKeys, Mistakes mistakes) {
        this.productKeys = productKeys;
        this.mistakes = mistakes;
    }

    static Catalog catalog(Fields fields, Mistakes mistakes) {
        CatalogReader reader = new CatalogReader(fields.names("products"), mistakes);
        Map<String, Product> products = fields.entries("products", KEY, KEY_FORM, reader::product);
        Map<String, Service> services = fields.entries("services", KEY, KEY_FORM, reader::service);
        List<@Nullable SaleEnd> saleEnds = fields.list("saleEnds", reader::saleEnd);
        new CatalogRules(products, mistakes).check(saleEnds);
        return new Catalog(products, services, saleEnds);
    }

    private @Nullable Product product(JsonNode node, String place) {
        return Fields.read(node, place, mistakes, fields -> {
            String name = fields.text("name", LONGEST_NAME);
            Map<Deployment, Offer> deployments = fields.object("deployments", false, this::deployments);
            return new Product(name, deployments == null ? Map.of() : deployments, someProducts(fields, "hosts"));
        });
    }

    private Map<Deployment, Offer> deployments(Fields fields) {
        Map<Deployment, Offer> deployments = new EnumMap<>(Deployment.class);
        for (Deployment deployment : Deployment.values()) {
            Offer offer = fields.object(deployment.code(), true, CatalogReader::offer);
            if (offer != null) deployments.put(deployment, offer);
        }
        if (!fields.has("data-center") && !fields.has("cloud")) fields.refuse("must have data-center, cloud or both");
        return deployments;
    }

    private static Offer offer(Fields fields) {
        if (fields.has("tiers") == fields.has("users")) fields.refuse("must have either tiers or users");
        Offer.Users users = fields.has("tiers")
                ? new Offer.Tiers(fields.ascending("tiers", 1, MOST_USERS))
                : fields.object("users", true, CatalogReader::range);
        return new Offer(users, fields.ascending("months", 1, MOST_MONTHS));
    }

    private static Offer.Users range(Fields fields) {
        int from = fields.integer("from", 1, MOST_USERS);
        return new Offer.Range(from, fields.integer("to", Math.max(from, 1), MOST_USERS));
    }

    private @Nullable Service service(JsonNode node, String place) {
        return Fields.read(node, place, mistakes, fields -> {
            Map<Language, String> name = wording(fields, "name", LONGEST_NAME);
            Map<String, Map<Language, String>> units = fields.entries(
                    "units",
                    KEY,
                    KEY_FORM,
                    (unit, at) -> Fields.read(unit, at, mistakes, words -> wording(words, LONGEST_NAME)));
            if (fields.has("units") && units.isEmpty()) fields.refuse("units", "must have at least one");
            return new Service(name, units);
        });
    }

    private @Nullable SaleEnd saleEnd(JsonNode node, String place) {
        return Fields.read(node, place, mistakes, fields -> {
            Deployment deployment = fields.choice("deployment", List.of(Deployment.values()), Deployment::code);
            Set<String> products = someProducts(fields, "products");
            if (!fields.has("transactions")) fields.refuse("transactions", "is required");
            Set<Transaction> transactions =
                    fields.some("transactions", List.of(Transaction.values()), Transaction::code);
            Audience to = fields.choice("to", List.of(Audience.values()), Audience::code);
            LocalDate from = fields.optionalDate("from", EARLIEST, LATEST);
            if (!fields.has("from")) fields.refuse("from", "is required");
            Map<Language, String> reason = wording(fields, "reason", LONGEST_REASON);
            return deployment == null || to == null || from == null
                    ? null
                    : new SaleEnd(deployment, products, transactions, to, from, reason);
        });
    }

    /** Optional; an empty list is refused, as it could be meant as none or as all. */
    private Set<String> someProducts(Fields fields, String name) {
        return fields.some(name, productKeys, key -> key);
    }

    private static Map<Language, String> wording(Fields fields, String name, int longest) {
        Map<Language, String> wording = fields.object(name, false, words -> wording(words, longest));
        return wording == null ? Map.of() : wording;
    }

    private static Map<Language, String> wording(Fields fields, int longest) {
        Map<Language, String> wording = new EnumMap<>(Language.class);
        for (Language language : Language.values()) wording.put(language, fields.text(language.code(), longest));
        return wording;
    }
}
