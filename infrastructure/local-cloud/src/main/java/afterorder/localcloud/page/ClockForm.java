package afterorder.localcloud.page;

import afterorder.localcloud.clock.MovableClock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code POST /_local/move-clock}: moves the clock on by what the form of the start page says. */
final class ClockForm implements Page {
    static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.MONTHS);

    private final MovableClock clock;

    ClockForm(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    @Override
    public Reply answer(Asked asked) {
        String amount = asked.form("amount");
        if (!amount.matches("[0-9]{1,4}")) throw Refused.input("The clock moves by a whole number, not by " + amount);
        // In the calendar: a month from the 31st of January is the end of February.
        clock.moveTo(clock.instant()
                .atOffset(ZoneOffset.UTC)
                .plus(Long.parseLong(amount), unit(asked.form("unit")))
                .toInstant());
        return new Reply.SeeOther(Pages.PATH + "/");
    }

    private static ChronoUnit unit(String name) {
        return UNITS.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.input("The clock moves by " + UNITS + ", not by " + name));
    }
}
