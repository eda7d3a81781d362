package afterorder.order.settings;

import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the reseller sells, by the keys that orders use, and what the vendor no longer sells. */
public record Catalog(Map<String, Product> products, Map<String, Service> services, List<SaleEnd> saleEnds) {

    /**
     * A product of the vendor, or a Marketplace app.
     *
     * @param name a proper name, the same in each language
     * @param hosts of an app: the products that it extends; of a product none
     */
    public record Product(String name, Map<Deployment, Offer> deployments, Set<String> hosts) {

        /** Its name in that deployment, the same in each language. */
        public String nameAs(Deployment deployment) {
            return switch (deployment) {
                case DATA_CENTER -> name + " Data Center";
                case CLOUD -> name + " Cloud";
            };
        }
    }

    /** A service of the reseller's own. @param units those it is ordered in, each a key of its names */
    public record Service(Map<Language, String> name, Map<String, Map<Language, String>> units) {}

    /** Why the vendor does not sell this line at that date; where several reasons hold, the one for everybody. */
    public Optional<NoLongerSold> refusal(LicenseLine line, LocalDate purchaseOn) {
        return saleEnds.stream()
                .filter(end -> end.concerns(line, purchaseOn))
                .min(Comparator.comparing(SaleEnd::to))
                .map(SaleEnd::noLongerSold);
    }

    /** What the vendor does not sell at that date: a statement for each such line, by its number. */
    public List<Statement> refusals(SortedMap<Integer, LicenseLine> lines, LocalDate purchaseOn) {
        List<Statement> refusals = new ArrayList<>();
        lines.forEach((number, line) ->
                refusal(line, purchaseOn).ifPresent(end -> refusals.add(end.ofLine(number, nameOf(line)))));
        return refusals;
    }

    private String nameOf(LicenseLine line) {
        @Nullable Product product = products.get(line.product());
        return product == null ? line.product() : product.nameAs(line.deployment());
    }
}
