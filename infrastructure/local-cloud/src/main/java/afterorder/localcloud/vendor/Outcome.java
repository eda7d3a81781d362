package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of an order: for good, or pending until one of the others takes its place. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Sold.class, name = "sold"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Outcome.Pending.class, name = "pending")
})
sealed interface Outcome {

    record Sold(PlacedOrder order) implements Outcome {}

    record Refused(String reason) implements Outcome {}

    record Pending() implements Outcome {}

    /** An order that was sold, with all that was sold. */
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
