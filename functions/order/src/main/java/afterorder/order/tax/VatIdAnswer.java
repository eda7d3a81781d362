package afterorder.order.tax;

import afterorder.order.Statement;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a register says about a VAT ID. What it does not say clearly is no confirmation. */
public sealed interface VatIdAnswer {

    /** An answer that says something, and is kept as proof. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = Invalid.class, name = "invalid")
    })
    sealed interface Definite extends VatIdAnswer {
        Register register();
    }

    /**
     * How the register's own answer is found again there.
     *
     * @param requestId as the register counts its answers
     * @param askedAt the register's own time, as it writes it
     * @param status the register's code
     */
    record Register(@Nullable String requestId, @Nullable String askedAt, String status) {}

    /** Valid; each comparison is A (agrees), B (does not), C (not asked) or D (not told by that state), or absent. */
    record Confirmed(
            Register register,
            @Nullable String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city)
            implements Definite {}

    /** Not valid at the moment of the question. */
    record Invalid(Register register, Statement reason) implements Definite {}

    /** Nothing is known: the register, or the state's behind it, is down, or does not let us ask. */
    record Unavailable(String reason) implements VatIdAnswer {}
}
