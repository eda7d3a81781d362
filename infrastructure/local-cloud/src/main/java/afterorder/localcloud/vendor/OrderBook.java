package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every order that was taken, a file each, written before anybody is told. */
final class OrderBook {

    /**
     * An order with what became of it.
     *
     * @param at when it became that
     * @param serial the first of the serial numbers that it used
     * @param nextSerial the first that it left
     */
    record Entry(String reference, Order order, Outcome outcome, Instant at, long serial, long nextSerial) {}

    private final Path folder;
    private final SerialNumbers serials;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Where each subscription runs, by its entitlement number. */
    private final Map<String, String> sites = new ConcurrentHashMap<>();

    OrderBook(Path folder, SerialNumbers serials) {
        this.folder = folder;
        this.serials = serials;
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                Entry entry = JsonFile.read(file, Entry.class);
                know(entry);
                serials.skipTo(entry.nextSerial());
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the orders in " + folder, failure);
        }
    }

    private void know(Entry entry) {
        entries.put(entry.reference(), entry);
        if (!(entry.outcome() instanceof Outcome.Sold(var order))) return;
        for (Outcome.Entitlement sold : order.entitlements()) {
            sold.entitlement().ifPresent(number -> sold.site().ifPresent(site -> sites.put(number, site)));
        }
    }

    Optional<Entry> find(String reference) {
        return Optional.ofNullable(entries.get(reference));
    }

    /** In the order in which they came to what they are. */
    List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::serial))
                .toList();
    }

    /** What was sold, in that order. */
    List<Purchase> purchases() {
        return all().stream()
                .flatMap(entry -> entry.outcome() instanceof Outcome.Sold(var order)
                        ? Stream.of(Purchase.of(order, entry.at()))
                        : Stream.empty())
                .toList();
    }

    Entry pend(String reference, Order order, Instant at) {
        return keep(new Entry(reference, order, new Outcome.Pending(), at, serials.take(0), 0));
    }

    Entry refuse(String reference, Order order, String reason, Instant at) {
        return keep(new Entry(reference, order, new Outcome.Refused(reason), at, serials.take(0), 0));
    }

    /** @param sold what is sold, which need not be what was ordered */
    Entry sell(String reference, Order order, List<Order.Item> sold, String account, Instant at) {
        Instant orderedAt = find(reference).map(Entry::at).orElse(at);
        int count = sold.stream().mapToInt(Order.Item::quantity).sum();
        long serial = serials.take(count);
        long next = serial;
        List<Outcome.Entitlement> entitlements = new ArrayList<>(count);
        LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
        for (Order.Item item : sold) {
            for (int unit = 0; unit < item.quantity(); unit++) entitlements.add(entitlement(item, next++, today));
        }
        Outcome.Contact contact = new Outcome.Contact(order.technicalContact().email(), account);
        Outcome outcome = new Outcome.Sold(new Outcome.PlacedOrder(reference, orderedAt, contact, entitlements));
        return keep(new Entry(reference, order, outcome, at, serial, next));
    }

    /** It was sold, and until a restart nobody finds it by its reference. */
    void forget(Entry entry) {
        entries.remove(entry.reference());
        entries.put(entry.reference() + " (forgotten)", entry);
    }

    private Entry keep(Entry entry) {
        JsonFile.write(folder.resolve(entry.reference() + ".json"), entry);
        know(entry);
        return entry;
    }

    /** A renewed subscription stays where it runs; one of before the sandbox's time runs where its number says. */
    private String site(Order.Item item, String entitlement) {
        return item.site().orElseGet(() -> sites.getOrDefault(entitlement, LicenseNumbers.site(entitlement)));
    }

    private Outcome.Entitlement entitlement(Order.Item item, long serial, LocalDate today) {
        boolean dataCenter = item.isDataCenter();
        String entitlement = item.entitlement().orElseGet(() -> LicenseNumbers.entitlement(serial));
        return new Outcome.Entitlement(
                item.line(),
                item.product(),
                item.deployment(),
                dataCenter ? item.sen().or(() -> Optional.of(LicenseNumbers.sen(serial))) : Optional.empty(),
                dataCenter ? Optional.of(LicenseNumbers.key(serial)) : Optional.empty(),
                dataCenter ? Optional.empty() : Optional.of(entitlement),
                dataCenter ? Optional.empty() : Optional.of(site(item, entitlement)),
                item.users(),
                today,
                today.plusMonths(item.months()).minusDays(1));
    }
}
