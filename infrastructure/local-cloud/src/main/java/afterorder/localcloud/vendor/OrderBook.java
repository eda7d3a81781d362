package afterorder.localcloud.vendor;

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

/** Every order that was sold or refused, a file each, written before anybody is told. */
final class OrderBook {

    /**
     * An order with what became of it.
     *
     * @param serial the first of the serial numbers that it used
     * @param nextSerial the first that it left
     */
    record Entry(String reference, Order order, Outcome outcome, Instant at, long serial, long nextSerial) {}

    private final Path folder;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private long nextSerial;

    OrderBook(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                Entry entry = JsonFile.read(file, Entry.class);
                entries.put(entry.reference(), entry);
                nextSerial = Math.max(nextSerial, entry.nextSerial());
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the orders in " + folder, failure);
        }
    }

    Optional<Entry> find(String reference) {
        return Optional.ofNullable(entries.get(reference));
    }

    /** In the order in which they came. */
    List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::serial))
                .toList();
    }

    /** What was sold, in that order. */
    List<Purchase> purchases() {
        return all().stream()
                .flatMap(entry -> entry.outcome() instanceof Outcome.Sold(var order)
                        ? Stream.of(Purchase.of(order))
                        : Stream.empty())
                .toList();
    }

    synchronized Entry refuse(String reference, Order order, String reason, Instant at) {
        return keep(new Entry(reference, order, new Outcome.Refused(reason), at, nextSerial, nextSerial));
    }

    synchronized Entry sell(String reference, Order order, String account, Instant at) {
        long serial = nextSerial;
        List<Outcome.Entitlement> entitlements = new ArrayList<>();
        for (Order.Item item : order.items()) {
            for (int unit = 0; unit < item.quantity(); unit++) {
                entitlements.add(
                        entitlement(item, serial++, at.atZone(ZoneOffset.UTC).toLocalDate()));
            }
        }
        Outcome.Contact contact = new Outcome.Contact(order.technicalContact().email(), account);
        Outcome sold = new Outcome.Sold(new Outcome.PlacedOrder(reference, at, contact, List.copyOf(entitlements)));
        return keep(new Entry(reference, order, sold, at, nextSerial, serial));
    }

    private Entry keep(Entry entry) {
        JsonFile.write(folder.resolve(entry.reference() + ".json"), entry);
        entries.put(entry.reference(), entry);
        nextSerial = entry.nextSerial();
        return entry;
    }

    private static Outcome.Entitlement entitlement(Order.Item item, long serial, LocalDate today) {
        boolean dataCenter = item.isDataCenter();
        return new Outcome.Entitlement(
                item.line(),
                item.product(),
                item.deployment(),
                dataCenter ? item.sen().or(() -> Optional.of(LicenseNumbers.sen(serial))) : Optional.empty(),
                dataCenter ? Optional.of(LicenseNumbers.key(serial)) : Optional.empty(),
                dataCenter
                        ? Optional.empty()
                        : item.entitlement().or(() -> Optional.of(LicenseNumbers.entitlement(serial))),
                dataCenter ? Optional.empty() : item.site(),
                item.users(),
                today,
                today.plusMonths(item.months()).minusDays(1));
    }
}
