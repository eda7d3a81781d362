package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of an order, for good. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Sold.class, name = "sold"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused")
})
sealed interface Outcome {

    record Sold(PlacedOrder order) implements Outcome {}

    record Refused(String reason) implements Outcome {}

    /** The answer to an order that was sold. */
    record PlacedOrder(String reference, Instant orderedAt, Contact technicalContact, List<Entitlement> entitlements) {}

    /** @param account {@code existing}, or {@code none} for an address that was asked to verify itself */
    record Contact(String email, String account) {}

    /** One license: with SEN and key for Data Center, with entitlement number and site for Cloud. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Entitlement(
            int line,
            String product,
            String deployment,
            Optional<String> sen,
            Optional<String> key,
            Optional<String> entitlement,
            Optional<String> site,
            int users,
            LocalDate startsOn,
            LocalDate endsOn) {}
}
