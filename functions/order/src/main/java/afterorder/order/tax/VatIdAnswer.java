package afterorder.order.tax;

import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a register says about a VAT ID. What it does not say clearly is no confirmation. */
public sealed interface VatIdAnswer {

    /** An answer that says something, and is kept as proof. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = Mismatch.class, name = "mismatch"),
        @JsonSubTypes.Type(value = Invalid.class, name = "invalid")
    })
    sealed interface Definite extends VatIdAnswer {
        Register register();

        /** Why it proves nothing; empty when it does. */
        Optional<Statement> refutation(String vatId);
    }

    /**
     * How the register's own answer is found again there.
     *
     * @param requestId as the register counts its answers
     * @param askedAt the register's own time, as it writes it
     * @param status the register's code
     */
    record Register(@Nullable String requestId, @Nullable String askedAt, String status) {}

    /** What was compared: each is A (agrees), B (does not), C (not asked) or D (not told by that state), or absent. */
    record Comparison(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city) {

        /** An address may be another one of the same company, a name that does not agree is somebody else's. */
        public boolean refutesName() {
            return "B".equals(name);
        }
    }

    /** Valid, and nobody else's, as far as that state tells. */
    record Confirmed(Register register, Comparison comparison) implements Definite {
        @Override
        public Optional<Statement> refutation(String vatId) {
            return Optional.empty();
        }
    }

    /** Valid, but of a company of another name, or with a particularity that the register tells a caller only. */
    record Mismatch(Register register, Comparison comparison) implements Definite {
        @Override
        public Optional<Statement> refutation(String vatId) {
            return Optional.of(Phrase.VAT_ID_MISMATCH.with(vatId, register.status()));
        }
    }

    /** Not valid at the moment of the question. */
    record Invalid(Register register, Statement reason) implements Definite {
        @Override
        public Optional<Statement> refutation(String vatId) {
            return Optional.of(Phrase.VAT_ID_INVALID.with(vatId, reason.in(Language.DE), reason.in(Language.EN)));
        }
    }

    /** Nothing is known: the register, or the state's behind it, is down, or does not let us ask. */
    record Unavailable(String reason) implements VatIdAnswer {}
}
