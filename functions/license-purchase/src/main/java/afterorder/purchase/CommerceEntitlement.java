package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.order.LicenseLine.Deployment;
import afterorder.order.purchase.Entitlement;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One license as Atlassian's commerce interface tells it. It does not tell the key, which only the original purchaser sees,
 * nor the site.
 *
 * @param slug the SEN, or the number of the entitlement
 * @param offeringKey product and deployment: {@code jira-data-center}
 */
record CommerceEntitlement(String slug, String offeringKey, List<Quantity> optedQuantities, Term subscriptionv2) {
    private static final String USER = "user";

    CommerceEntitlement {
        requireNonNull(slug);
        requireNonNull(offeringKey);
        optedQuantities = List.copyOf(optedQuantities);
        requireNonNull(subscriptionv2);
    }

    record Quantity(String chargeElement, int quantity) {}

    /**
     * @param startTimestamp ISO 8601, or milliseconds since 1970
     * @param endTimestamp the first moment after the term
     */
    record Term(JsonNode startTimestamp, JsonNode endTimestamp) {
        Term {
            requireNonNull(startTimestamp);
            requireNonNull(endTimestamp);
        }

        LocalDate firstDay() {
            return day(instant(startTimestamp));
        }

        LocalDate lastDay() {
            return day(instant(endTimestamp).minusMillis(1));
        }

        private static LocalDate day(Instant moment) {
            return moment.atZone(ZoneOffset.UTC).toLocalDate();
        }

        /** @throws java.time.DateTimeException when it is neither */
        private static Instant instant(JsonNode moment) {
            String text = moment.asText();
            return text.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
        }
    }

    /**
     * Without line, key and site.
     *
     * @throws IllegalArgumentException when the offering is of no deployment that we know
     * @throws java.time.DateTimeException when the term is not understood
     */
    Entitlement told() {
        Deployment deployment = deployment();
        boolean isDataCenter = deployment == Deployment.DATA_CENTER;
        return new Entitlement(
                0,
                offeringKey.substring(
                        0, offeringKey.length() - deployment.code().length() - 1),
                deployment,
                users(),
                isDataCenter ? slug : null,
                null,
                isDataCenter ? null : slug,
                null,
                subscriptionv2.firstDay(),
                subscriptionv2.lastDay());
    }

    private Deployment deployment() {
        for (Deployment one : Deployment.values()) {
            if (offeringKey.endsWith("-" + one.code())) return one;
        }
        throw new IllegalArgumentException("an offering of no known deployment: " + offeringKey);
    }

    private int users() {
        return optedQuantities.stream()
                .filter(quantity -> USER.equals(quantity.chargeElement()))
                .mapToInt(Quantity::quantity)
                .sum();
    }
}
