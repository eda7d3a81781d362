package afterorder.order.purchase;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * That the vendor sold, as the row keeps it: where the entitlements with their keys stand, not what they are.
 *
 * @param entitlementsObject in the bucket of keys
 */
public record Sale(Instant purchasedAt, Account account, String entitlementsObject) {

    /** Where what was sold differs from what was ordered, a sentence for each line; nothing of it may be billed silently. */
    public static List<String> deviations(Map<Integer, LicenseLine> ordered, List<Entitlement> sold) {
        List<String> deviations = new ArrayList<>();
        ordered.forEach((number, line) -> {
            List<Entitlement> ofLine =
                    sold.stream().filter(one -> one.line() == number).toList();
            if (ofLine.size() != line.quantity()) {
                deviations.add("line %d: ordered %d, sold %d".formatted(number, line.quantity(), ofLine.size()));
            } else if (!ofLine.stream().allMatch(one -> isComplete(one, line.deployment()))) {
                deviations.add("line %d: sold without %s".formatted(number, proof(line.deployment())));
            }
        });
        sold.stream()
                .filter(one -> !ordered.containsKey(one.line()))
                .forEach(one -> deviations.add("line %d: sold, not ordered".formatted(one.line())));
        return deviations;
    }

    private static boolean isComplete(Entitlement one, Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> one.sen() != null && one.hasKey();
            case CLOUD -> one.entitlement() != null && one.site() != null && !one.hasKey();
        };
    }

    private static String proof(Deployment deployment) {
        return switch (deployment) {
            case DATA_CENTER -> "SEN and key";
            case CLOUD -> "entitlement number and site";
        };
    }
}
