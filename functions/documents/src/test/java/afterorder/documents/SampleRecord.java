package afterorder.documents;

import afterorder.order.Email;
import afterorder.order.service.PerformanceEntry;
import afterorder.order.service.PerformanceRecord;
import afterorder.order.service.Person;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Builds performance records of an order's first service. */
public final class SampleRecord {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Person CLARA = new Person("Clara Berg", new Email("clara.berg@reseller.example"));

    private final SampleOrder order;
    private final List<PerformanceEntry> entries = new ArrayList<>();

    private SampleRecord(SampleOrder order) {
        this.order = order;
    }

    public static SampleRecord of(SampleOrder order) {
        return new SampleRecord(order);
    }

    /** Two days of a workshop. */
    public static SampleRecord example(SampleOrder order) {
        return of(order)
                .working("2026-12-03T09:00", "2026-12-03T12:30", "Workshop: inventory of the spaces and their owners")
                .working("2026-12-03T13:15", "2026-12-03T16:50", "Workshop: order of migration")
                .by("Jonas Keller", "2026-12-04T09:05", "2026-12-04T11:00", "Test migration, and what came of it");
    }

    public SampleRecord working(String from, String to, String what) {
        return by(CLARA.name(), from, to, what);
    }

    public SampleRecord by(String name, String from, String to, String what) {
        return with(new Person(name, CLARA.email()), LocalDateTime.parse(from), LocalDateTime.parse(to), what);
    }

    /** So many entries, two hours each, three a day. */
    public SampleRecord working(int entries) {
        LocalDateTime begin = LocalDateTime.parse("2026-01-05T08:00");
        for (int number = 0; number < entries; number++) {
            LocalDateTime from = begin.plusDays(number / 3).plusHours(number % 3 * 3L);
            with(CLARA, from, from.plusHours(2), "Migration of space " + (number + 1));
        }
        return this;
    }

    private SampleRecord with(Person by, LocalDateTime from, LocalDateTime to, String what) {
        entries.add(new PerformanceEntry(
                entries.size() + 1,
                by,
                from.atZone(BERLIN).toInstant(),
                to.atZone(BERLIN).toInstant(),
                what));
        return this;
    }

    public SampleRecord with(PerformanceEntry entry) {
        entries.add(entry);
        return this;
    }

    public PerformanceRecord record() {
        return new PerformanceRecord(
                SampleOrder.ID,
                "LN-2026-00017",
                SampleOrder.TODAY.plusDays(14),
                1,
                "Consulting",
                BERLIN,
                order.order(),
                List.copyOf(order.order().services().keySet()),
                entries);
    }
}
