package afterorder.order.intake;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.Line;
import afterorder.order.ServiceLine;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.NoLongerSold;
import afterorder.order.settings.Offer;
import afterorder.order.settings.Teams;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of a posted order against the catalog, and the teams that deliver its services (S13). */
final class LineReader {
    private static final int MOST_USERS = 1_000_000;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_LICENSES_A_LINE = 1_000;
    private static final int LATEST_PURCHASE_YEARS = 5;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("99999999.99");
    private static final BigDecimal MOST_UNITS = new BigDecimal("100000");
    private static final BigDecimal LEAST_UNITS = new BigDecimal("0.001");
    private static final Pattern SEN = Pattern.compile("SEN-[A-Z0-9]{1,20}");
    private static final Pattern ENTITLEMENT = Pattern.compile("[A-Za-z0-9-]{3,60}");
    private static final Pattern SITE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.atlassian\\.net");

    private final Catalog catalog;
    private final Teams teams;

    LineReader(Catalog catalog, Teams teams) {
        this.catalog = catalog;
        this.teams = teams;
    }

    @Nullable
    Line read(JsonNode node, String pointer, Mistakes mistakes, LocalDate today) {
        return Fields.read(node, pointer, mistakes, fields -> {
            String kind = fields.choice("kind", List.of("license", "service"), word -> word);
            if (kind == null) return fields.skipRest();
            return kind.equals("license") ? license(fields, today) : service(fields);
        });
    }

    private LicenseLine license(Fields fields, LocalDate today) {
        Transaction transaction = fields.choice("transaction", List.of(Transaction.values()), Transaction::code);
        String key = fields.text("product", 100);
        Deployment deployment = fields.choice("deployment", List.of(Deployment.values()), Deployment::code);
        LicenseLine line = new LicenseLine(
                transaction,
                key,
                deployment,
                fields.integer("users", 1, MOST_USERS),
                fields.integer("months", 1, MOST_MONTHS),
                fields.integer("quantity", 1, MOST_LICENSES_A_LINE),
                fields.decimal("unitPrice", BigDecimal.ZERO, HIGHEST_PRICE, 2),
                fields.optionalText("sen", 30, SEN, "a SEN like SEN-1234567"),
                fields.optionalText("entitlement", 60, ENTITLEMENT, "an entitlement number like E-ABC-DEF-GHI"),
                fields.optionalText("existingSen", 30, SEN, "a SEN like SEN-1234567"),
                fields.optionalText("site", 100, SITE, "a site like muster.atlassian.net"),
                purchaseOn(fields, today));
        if (transaction != null && deployment != null) checkTogether(fields, line);
        Catalog.Product product = catalog.products().get(key);
        if (product != null && deployment != null) checkOffer(fields, line, product);
        if (product != null && deployment != null && transaction != null) checkSale(fields, line, today);
        if (product == null && !key.isEmpty()) {
            fields.refuse(
                    "product",
                    "is not in the catalog; known: " + sorted(catalog.products().keySet()));
        }
        return line;
    }

    private static void checkOffer(Fields fields, LicenseLine line, Catalog.Product product) {
        Offer offer = product.deployments().get(line.deployment());
        if (offer == null) {
            fields.refuse(
                    "deployment",
                    product.name() + " is not sold as " + line.deployment().code());
            return;
        }
        String name = product.nameAs(line.deployment());
        if (line.users() > 0 && !offer.users().include(line.users())) {
            fields.refuse("users", "must be " + offer.users() + " for " + name + ", not " + line.users());
        }
        if (line.months() > 0 && !offer.months().contains(line.months())) {
            fields.refuse("months", "must be one of " + offer.months() + " for " + name + ", not " + line.months());
        }
    }

    /** Judged at the date of the purchase. */
    private void checkSale(Fields fields, LicenseLine line, LocalDate today) {
        boolean dated = fields.has("purchaseOn");
        LocalDate purchaseOn = dated ? line.purchaseOn() : today;
        if (purchaseOn == null) return;
        catalog.refusal(line, purchaseOn).map(NoLongerSold::detail).ifPresent(detail -> {
            if (dated) fields.refuse("purchaseOn", detail);
            else fields.refuse(detail);
        });
    }

    static @Nullable LocalDate purchaseOn(Fields fields, LocalDate today) {
        return fields.optionalDate("purchaseOn", today, today.plusYears(LATEST_PURCHASE_YEARS));
    }

    /** Which license it is about: by SEN at Data Center, by entitlement number or site at Cloud. */
    private static void checkTogether(Fields fields, LicenseLine line) {
        boolean isNew = line.transaction() == Transaction.NEW;
        boolean isCloud = line.deployment() == Deployment.CLOUD;
        demand(fields, "sen", !isCloud && !isNew, "a renewal or upgrade of Data Center");
        demand(fields, "entitlement", isCloud && !isNew, "a renewal or upgrade of Cloud");
        if (isCloud || !isNew) demand(fields, "existingSen", false, "a new license of Data Center");
        if (isCloud && isNew) demand(fields, "site", true, "a new subscription of Cloud");
        if (!isCloud && fields.has("site")) fields.refuse("site", "belongs to Cloud only");
        if (!isNew && line.quantity() > 1) fields.refuse("quantity", "must be 1 for a renewal or upgrade");
    }

    private static void demand(Fields fields, String name, boolean demanded, String purpose) {
        if (demanded && !fields.has(name)) fields.refuse(name, "is required for " + purpose);
        if (!demanded && fields.has(name)) fields.refuse(name, "belongs to " + purpose + " only");
    }

    private ServiceLine service(Fields fields) {
        String key = fields.text("service", 100);
        Catalog.Service service = catalog.services().get(key);
        if (service == null && !key.isEmpty()) {
            fields.refuse(
                    "service",
                    "is not in the catalog; known: " + sorted(catalog.services().keySet()));
        }
        if (service != null && teams.delivering(key).isEmpty()) {
            fields.refuse("service", "cannot be ordered: no specialist team delivers " + key);
        }
        String unit = fields.text("unit", 20);
        if (service != null && !unit.isEmpty() && !service.units().containsKey(unit)) {
            fields.refuse("unit", "must be one of " + sorted(service.units().keySet()));
        }
        return new ServiceLine(
                key,
                fields.text("description", 1_000),
                fields.decimal("quantity", LEAST_UNITS, MOST_UNITS, 3),
                unit,
                fields.decimal("unitPrice", BigDecimal.ZERO, HIGHEST_PRICE, 2));
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
