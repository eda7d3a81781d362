package afterorder.order.billing;

import afterorder.order.Customer;
import afterorder.order.DocumentKind;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.Recipient;
import afterorder.order.tax.Tax;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An invoice for one purchase (S44, S45), with what Par. 14(4) UStG demands.
 *
 * @param issuedOn in the seller's zone, as are the other dates
 * @param dueOn until when it is to be paid; what cancels is not
 * @param purchasedOn the date of supply
 * @param lines what was purchased, by the order's line numbers
 * @param periods how long what was purchased runs, by the same numbers
 * @param deliveryNoteNumber of the note that came with what is billed
 * @param correction of an earlier invoice, if it is one; what cancels has negative quantities and amounts
 */
public record Invoice(
        OrderId orderId,
        String number,
        LocalDate issuedOn,
        Optional<LocalDate> dueOn,
        LocalDate purchasedOn,
        String deliveryNoteNumber,
        Order order,
        SortedMap<Integer, LicenseLine> lines,
        SortedMap<Integer, Period> periods,
        Totals totals,
        Optional<Correction> correction) {

    public Recipient recipient() {
        return order.recipient(DocumentKind.INVOICE);
    }

    public Language language() {
        return order.language(DocumentKind.INVOICE);
    }

    /** Takes back these lines of this invoice, under a number and of a date of its own. */
    public Invoice cancelledBy(String number, LocalDate issuedOn, Collection<Integer> numbers, String reason) {
        SortedMap<Integer, LicenseLine> taken = new TreeMap<>();
        SortedMap<Integer, Period> ran = new TreeMap<>(periods);
        ran.keySet().retainAll(numbers);
        for (int line : numbers) {
            LicenseLine billed = Objects.requireNonNull(lines.get(line), "the invoice has no line " + line);
            taken.put(line, billed.withQuantity(-billed.quantity()));
        }
        boolean wholly = taken.keySet().equals(lines.keySet());
        return new Invoice(
                orderId,
                number,
                issuedOn,
                Optional.empty(),
                purchasedOn,
                deliveryNoteNumber,
                order,
                taken,
                ran,
                Totals.of(taken.values(), totals.tax(), order.currency()),
                Optional.of(new Correction.Cancels(reference(), reason, wholly)));
    }

    /** The same for that customer, taxed so, under a number and of a date of its own. */
    public Invoice replacedBy(
            String number, LocalDate issuedOn, LocalDate dueOn, Customer customer, Tax tax, String reason) {
        return new Invoice(
                orderId,
                number,
                issuedOn,
                Optional.of(dueOn),
                purchasedOn,
                deliveryNoteNumber,
                order.withCustomer(customer),
                lines,
                periods,
                Totals.of(lines.values(), tax, order.currency()),
                Optional.of(new Correction.Replaces(reference(), reason)));
    }

    public DocumentKind kind() {
        return isCancellation() ? DocumentKind.CANCELLATION : DocumentKind.INVOICE;
    }

    public boolean isCancellation() {
        return correction.filter(Correction.Cancels.class::isInstance).isPresent();
    }

    private Correction.Reference reference() {
        return new Correction.Reference(number, issuedOn);
    }

    /** From the first day of any license to the last of any. */
    public Optional<Period> period() {
        return periods.values().stream().reduce(Period::with);
    }
}
