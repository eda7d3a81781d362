package afterorder.localcloud.page;

import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.vendor.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /_local/purchases}: what the sandbox marketplace sold, without the keys. */
final class PurchasesPage implements Page {
    private static final int SHOWN = 12;

    private final Marketplace vendor;

    PurchasesPage(Marketplace vendor) {
        this.vendor = vendor;
    }

    /** @param key how it begins, and how long it is */
    record License(
            String reference,
            Instant at,
            String contact,
            String product,
            String deployment,
            String number,
            Optional<String> site,
            Optional<String> key) {}

    record View(List<License> licenses) {}

    @Override
    public Reply answer(Asked asked) {
        List<License> licenses = vendor.purchases().reversed().stream()
                .flatMap(purchase -> purchase.items().stream().map(item -> license(purchase, item)))
                .toList();
        return new Reply.View("purchases", "Vendor", new View(licenses));
    }

    private static License license(Purchase purchase, Purchase.Item item) {
        return new License(
                purchase.reference(),
                purchase.at(),
                purchase.contact(),
                item.product(),
                item.deployment(),
                item.sen().or(item::entitlement).orElse(""),
                item.site(),
                item.key().map(PurchasesPage::beginning));
    }

    private static String beginning(String key) {
        int shown = Math.min(SHOWN, key.length() / 2);
        return key.substring(0, shown) + "… (" + key.length() + " characters)";
    }
}
