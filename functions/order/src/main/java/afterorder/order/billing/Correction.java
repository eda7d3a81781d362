package afterorder.order.billing;

import java.time.LocalDate;

/** What a later invoice makes of an earlier one, which itself never changes (Par. 31(5) UStDV). */
public sealed interface Correction {
    Reference of();

    /** In staff's words, for the customer to read. */
    String reason();

    /** An earlier invoice. @param issuedOn in the seller's zone */
    record Reference(String number, LocalDate issuedOn) {}

    /** Takes it back: all of it, or some of its lines. */
    record Cancels(Reference of, String reason, boolean wholly) implements Correction {}

    /** Stands in place of one that is wholly cancelled. */
    record Replaces(Reference of, String reason) implements Correction {}
}
