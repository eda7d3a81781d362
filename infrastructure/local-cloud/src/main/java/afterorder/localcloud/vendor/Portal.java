package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The orders of the vendor's portal, a file each, and the licenses that came of them. */
final class Portal {

    /** A license with the latest order that concerned it. */
    record License(PortalOrder order, PortalOrder.Item item) {}

    private final Path folder;
    private final Map<String, PortalOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, License> licenses = new ConcurrentHashMap<>();

    Portal(Path folder, SerialNumbers serials) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                PortalOrder order = JsonFile.read(file, PortalOrder.class);
                serials.skipTo(order.nextSerial());
                know(order);
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the portal's orders in " + folder, failure);
        }
    }

    Optional<PortalOrder> order(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    Optional<License> license(String entitlementId) {
        return Optional.ofNullable(licenses.get(entitlementId));
    }

    /** How often a license was concerned by orders that are processed. */
    int version(String entitlementId) {
        return license(entitlementId).map(license -> license.item().version()).orElse(0);
    }

    void keep(PortalOrder order) {
        JsonFile.write(folder.resolve(order.orderId() + ".json"), order);
        know(order);
    }

    private void know(PortalOrder order) {
        orders.put(order.orderId(), order);
        if (!order.processed()) return;
        for (PortalOrder.Item item : order.items()) {
            licenses.merge(
                    item.entitlementId(),
                    new License(order, item),
                    (one, other) -> one.item().version() > other.item().version() ? one : other);
        }
    }
}
