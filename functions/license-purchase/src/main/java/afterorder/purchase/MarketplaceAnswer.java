package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.order.purchase.Account;
import afterorder.order.purchase.Entitlement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the marketplace answers, in the fields that we need; who makes one with something missing fails. */
sealed interface MarketplaceAnswer {

    /** @param count how many entitlements were sold in all */
    record Sold(
            Contact technicalContact,
            int count,
            List<Entitlement> entitlements,
            @Nullable String next) implements MarketplaceAnswer {
        public Sold {
            requireNonNull(technicalContact);
            entitlements = List.copyOf(entitlements);
        }

        /** Whether the page is what the count says, as far as one page can tell. */
        boolean isWhole() {
            return next == null ? count == entitlements.size() : count > entitlements.size();
        }
    }

    record Page(List<Entitlement> entitlements, @Nullable String next) implements MarketplaceAnswer {
        public Page {
            entitlements = List.copyOf(entitlements);
        }
    }

    record Contact(Account account) implements MarketplaceAnswer {
        public Contact {
            requireNonNull(account);
        }
    }

    record Refusal(String reason) implements MarketplaceAnswer {
        public Refusal {
            requireNonNull(reason);
        }
    }

    /** What is wrong with an order that is not well-formed. */
    record Invalid(List<Violation> violations) implements MarketplaceAnswer {
        private static final int MOST = 10;

        record Violation(String pointer, String detail) {}

        public Invalid {
            violations = List.copyOf(violations);
        }

        String told() {
            return violations.stream()
                    .limit(MOST)
                    .map(violation -> violation.pointer() + " " + violation.detail())
                    .collect(Collectors.joining(", "));
        }
    }
}
