package afterorder.order.intake;

import static java.util.stream.Collectors.joining;

import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.Line;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marketplace apps beside the products that they extend: the vendor demands the same number of users. An app whose host is
 * not in the order is for one that the customer has.
 */
final class AppTiers {
    private static final int MOST_NAMED = 10;

    private final Catalog catalog;
    private final Mistakes mistakes;
    private final Map<Instance, SortedMap<Integer, Integer>> lineByUsers = new HashMap<>();

    private AppTiers(Catalog catalog, Mistakes mistakes) {
        this.catalog = catalog;
        this.mistakes = mistakes;
    }

    /** Where a product runs. @param site of Cloud; a line that names none could be for any */
    private record Instance(
            String product, Deployment deployment, @Nullable String site) {}

    /** @param lines as posted; null where one could not be read */
    static void check(List<@Nullable Line> lines, Catalog catalog, Mistakes mistakes) {
        AppTiers apps = new AppTiers(catalog, mistakes);
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index) instanceof LicenseLine line && isPlaced(line)) apps.note(line, index + 1);
        }
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index) instanceof LicenseLine line && isPlaced(line)) apps.check(line, index);
        }
    }

    private static boolean isPlaced(LicenseLine line) {
        boolean isDataCenter = line.deployment() == Deployment.DATA_CENTER;
        boolean isOnSite = line.deployment() == Deployment.CLOUD && line.site() != null;
        return line.users() > 0 && (isDataCenter || isOnSite);
    }

    private void note(LicenseLine line, int number) {
        lineByUsers
                .computeIfAbsent(instance(line.product(), line), unknown -> new TreeMap<>())
                .putIfAbsent(line.users(), number);
    }

    private void check(LicenseLine app, int index) {
        Catalog.Product product = catalog.products().get(app.product());
        Set<String> hosts = product == null ? Set.of() : product.hosts();
        List<Instance> ordered = hosts.stream()
                .sorted()
                .map(host -> instance(host, app))
                .filter(lineByUsers::containsKey)
                .toList();
        boolean isBeside =
                ordered.stream().anyMatch(host -> lineByUsers.get(host).containsKey(app.users()));
        if (ordered.isEmpty() || isBeside) return;
        String users = ordered.stream().flatMap(this::users).limit(MOST_NAMED).collect(joining(", "));
        mistakes.add("/lines/" + index + "/users", "must be as many as its host has in this order: " + users);
    }

    private Stream<String> users(Instance host) {
        String name = catalog.products().get(host.product()).nameAs(host.deployment());
        return lineByUsers.get(host).entrySet().stream()
                .map(entry -> "%d (%s, line %d)".formatted(entry.getKey(), name, entry.getValue()));
    }

    private static Instance instance(String product, LicenseLine line) {
        return new Instance(product, line.deployment(), line.deployment() == Deployment.CLOUD ? line.site() : null);
    }
}
