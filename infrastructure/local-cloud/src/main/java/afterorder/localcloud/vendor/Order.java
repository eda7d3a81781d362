package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/** What the reseller orders under one reference; two orders are the same when their contents are. */
record Order(TechnicalContact technicalContact, Customer customer, List<Item> items) {

    static final String DATA_CENTER = "data-center";
    static final String NEW = "new";

    record TechnicalContact(String name, String email, boolean atlassianAccount) {}

    record Customer(String name, String country) {}

    /**
     * @param transaction {@code new}, {@code renewal} or {@code upgrade}
     * @param deployment {@code data-center} or {@code cloud}
     */
    record Item(
            int line,
            String transaction,
            String product,
            String deployment,
            int users,
            int months,
            int quantity,
            Optional<String> site,
            Optional<String> sen,
            Optional<String> entitlement,
            Optional<String> existingSen) {

        @JsonIgnore
        boolean isDataCenter() {
            return deployment.equals(DATA_CENTER);
        }

        @JsonIgnore
        boolean isNew() {
            return transaction.equals(NEW);
        }

        Item withQuantity(int other) {
            return new Item(
                    line, transaction, product, deployment, users, months, other, site, sen, entitlement, existingSen);
        }

        Item withTerms(String otherProduct, int otherUsers, int otherMonths) {
            return new Item(
                    line,
                    transaction,
                    otherProduct,
                    deployment,
                    otherUsers,
                    otherMonths,
                    quantity,
                    site,
                    sen,
                    entitlement,
                    existingSen);
        }
    }

    /** Why the vendor does not sell this, by its own rules. */
    Optional<String> refusal() {
        return items.stream()
                .filter(item -> item.isDataCenter()
                        && item.isNew()
                        && item.existingSen().isEmpty())
                .findFirst()
                .map(item ->
                        "Data Center is not sold to new customers: line " + item.line() + " names no existing SEN");
    }
}
