package afterorder.order.billing;

import afterorder.order.purchase.Entitlement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** From one day to another, both included: how long something that was sold runs. */
public record Period(LocalDate startsOn, LocalDate endsOn) {

    /** How long the licenses of each line run, by its number; where they differ, from the first day of any to the last. */
    public static SortedMap<Integer, Period> byLine(Collection<Entitlement> entitlements) {
        SortedMap<Integer, Period> periods = new TreeMap<>();
        for (Entitlement sold : entitlements) {
            periods.merge(sold.line(), new Period(sold.startsOn(), sold.endsOn()), Period::with);
        }
        return periods;
    }

    /** From the first day of either to the last of either. */
    public Period with(Period other) {
        return new Period(
                startsOn.isBefore(other.startsOn) ? startsOn : other.startsOn,
                endsOn.isAfter(other.endsOn) ? endsOn : other.endsOn);
    }
}
