package afterorder.order.intake;

import afterorder.order.Address;
import afterorder.order.fields.Fields;
import afterorder.order.tax.MemberState;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the customer's VAT ID, on which the tax depends together with the country of the customer's address.
 *
 * <p>In the EU both must be of the same state. A French customer who gives a German VAT ID is only registered in Germany: the
 * supply is still made in France (Art. 11(3) of Regulation 282/2011), and must be reported under the French VAT ID. A German
 * address with a French VAT ID may be a branch in Germany or a wrong address: to guess would be wrong once, in the tax. In a
 * third country nothing depends on it, so any number that a business has is taken.
 */
final class VatIds {
    private static final String FIELD = "vatId";
    private static final int LONGEST = 20;
    private static final Pattern BUSINESS_NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z .+*/-]+");

    private VatIds() {}

    /** @param address null after it was refused */
    static @Nullable String read(Fields fields, @Nullable Address address) {
        Optional<MemberState> state =
                Optional.ofNullable(address).map(Address::country).flatMap(MemberState::of);
        if (state.isEmpty()) {
            return fields.optionalText(FIELD, LONGEST, BUSINESS_NUMBER, "a VAT ID or business number in capitals");
        }
        if (!fields.has(FIELD) && state.get() != MemberState.DE) {
            fields.refuse(
                    FIELD,
                    "is required for a business in another state of the EU: without it no invoice can be issued");
        }
        return of(state.get(), fields);
    }

    private static @Nullable String of(MemberState state, Fields fields) {
        String vatId = fields.optionalText(FIELD, LONGEST);
        if (vatId == null || state.mayHaveIssued(vatId)) return vatId;
        fields.refuse(
                FIELD,
                vatId.startsWith(state.prefix())
                        ? "has not the form of a VAT ID of " + state
                        : "must be of the state of the customer's address, and begin with " + state.prefix());
        return null;
    }
}
