package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person bought in the vendor's portal, as Atlassian's commerce interface tells it, in the fields that we need. */
record CommerceOrder(List<Item> items) {
    CommerceOrder {
        items = List.copyOf(items);
    }

    /** One license. */
    record Item(Processing processingInfo) {
        Item {
            requireNonNull(processingInfo);
        }
    }

    /** @param entitlement absent until the license is made */
    record Processing(@Nullable Entitlement entitlement) {}

    record Entitlement(String id) {
        Entitlement {
            requireNonNull(id);
        }
    }

    boolean isPending() {
        return items.stream().anyMatch(item -> item.processingInfo().entitlement() == null);
    }

    List<String> entitlementIds() {
        return items.stream()
                .map(item -> requireNonNull(item.processingInfo().entitlement()).id())
                .toList();
    }
}
