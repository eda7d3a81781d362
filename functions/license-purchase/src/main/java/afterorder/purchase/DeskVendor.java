package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.aws.EntitlementStore;
import afterorder.order.Phrase;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Assignment;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of the desk buys in the vendor's portal, and enters the vendor's order number and what no interface tells: account
 * and keys. What was bought is read back from Atlassian's commerce interface, since people make mistakes.
 */
final class DeskVendor implements Vendor {
    private static final int LARGEST_BATCH = 100;

    /** So that a slow interface cannot make a batch outlast the function. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(25);

    private final Commerce commerce;
    private final EntitlementStore entered;

    DeskVendor(Commerce commerce, EntitlementStore entered) {
        this.commerce = commerce;
        this.entered = entered;
    }

    @Override
    public Answer place(PurchaseOrder order) {
        return new Answer.Commissioned();
    }

    @Override
    public Optional<Answer> find(PurchaseOrder order) {
        DeskTask desk = order.desk();
        if (desk == null || !desk.isComplete(DeskSteps.keysNeeded(order.lines())))
            return Optional.of(new Answer.Commissioned());
        String number = requireNonNull(desk.vendorOrder());
        Account account = requireNonNull(desk.account());
        Optional<CommerceOrder> bought = commerce.order(number);
        if (bought.isEmpty()) {
            return Optional.of(new Answer.Unclear(Phrase.ORDER_UNKNOWN.with(number)));
        }
        if (bought.get().isPending()) return Optional.of(new Answer.Pending());
        return Optional.of(new Answer.Sold(account, batch(bought.get(), 0)));
    }

    @Override
    public Batch entitlements(PurchaseOrder order, String after) {
        String number = requireNonNull(task(order).vendorOrder());
        CommerceOrder bought = commerce.order(number)
                .orElseThrow(() -> new VendorUnavailable("the vendor has no order " + number + " any more"));
        return batch(bought, Integer.parseInt(after));
    }

    /** The interface tells neither lines nor keys: keys are known by their SEN. */
    @Override
    public List<Entitlement> settled(PurchaseOrder order, List<Entitlement> read) {
        Map<String, String> keys = new HashMap<>();
        for (EnteredLicense license : entered.readEntered(task(order).keyObjects())) {
            keys.put(license.sen(), license.key());
        }
        return Assignment.of(order.lines(), read).stream()
                .map(sold -> sold.sen() == null ? sold : sold.withKey(keys.get(sold.sen())))
                .toList();
    }

    @Override
    public Account account(PurchaseOrder order) {
        Account account = task(order).account();
        if (account == null) throw new VendorUnavailable("the desk has not entered the account");
        return account;
    }

    /** @param first index of the order's items, which is also the place where a batch goes on */
    private Batch batch(CommerceOrder bought, int first) {
        long begun = System.nanoTime();
        List<String> ids = bought.entitlementIds();
        List<Entitlement> read = new ArrayList<>();
        int next = first;
        while (next < ids.size() && next < first + LARGEST_BATCH && isYoung(begun)) {
            read.add(commerce.entitlement(ids.get(next++)));
        }
        return new Batch(read, next < ids.size() ? Integer.toString(next) : null);
    }

    private static boolean isYoung(long begun) {
        return System.nanoTime() - begun < LONGEST_BATCH.toNanos();
    }

    private static DeskTask task(PurchaseOrder order) {
        return requireNonNull(order.desk(), "nobody of the desk was asked to buy");
    }
}
