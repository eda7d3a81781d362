package afterorder.order.settings;

import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Catalog.Product;
import afterorder.order.settings.SaleEnd.Audience;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the entries of a catalog. */
final class CatalogRules {
    private final Map<String, Product> products;
    private final Mistakes mistakes;

    CatalogRules(Map<String, Product> products, Mistakes mistakes) {
        this.products = products;
        this.mistakes = mistakes;
    }

    /** @param saleEnds those that could not be read are null, and known as mistakes already */
    void check(List<@Nullable SaleEnd> saleEnds) {
        products.forEach(this::checkApp);
        for (int index = 0; index < saleEnds.size(); index++) {
            SaleEnd end = saleEnds.get(index);
            if (end == null) continue;
            checkSaleEnd(end, "/saleEnds/" + index);
            for (int other = 0; other < saleEnds.size(); other++) {
                if (saleEnds.get(other) != null && other != index) checkBoth(end, index, saleEnds.get(other), other);
            }
        }
    }

    private void checkApp(String key, Product app) {
        String place = "/products/" + key;
        for (String host : app.hosts()) {
            Product product = products.get(host);
            if (product != null && !product.hosts().isEmpty()) mistakes.add(place + "/hosts", "has an app: " + host);
        }
        for (Deployment deployment : app.deployments().keySet()) {
            if (!app.hosts().isEmpty() && app.hosts().stream().noneMatch(host -> isSold(host, deployment))) {
                mistakes.add(place + "/deployments/" + deployment.code(), "has no host that is sold there");
            }
        }
    }

    private void checkSaleEnd(SaleEnd end, String place) {
        for (String key : end.products()) {
            if (!isSold(key, end.deployment())) {
                mistakes.add(
                        place + "/products",
                        "has " + key + ", which is not sold as "
                                + end.deployment().code());
            }
        }
        boolean newDataCenter =
                end.deployment() == Deployment.DATA_CENTER && end.transactions().equals(Set.of(Transaction.NEW));
        if (end.to() == Audience.NEW_CUSTOMERS && !newDataCenter) {
            mistakes.add(place + "/to", "may be new-customers for new licenses of data-center only");
        }
    }

    private void checkBoth(SaleEnd end, int index, SaleEnd other, int otherIndex) {
        String place = "/saleEnds/" + index;
        if (otherIndex < index && end.overlaps(other)) {
            mistakes.add(place, "overlaps with /saleEnds/" + otherIndex + ": both end the same sale");
        }
        if (end.isIdleBeside(other)) {
            mistakes.add(place + "/from", "comes too late: /saleEnds/" + otherIndex + " ends it for everybody before");
        }
    }

    private boolean isSold(String product, Deployment deployment) {
        return products.containsKey(product)
                && products.get(product).deployments().containsKey(deployment);
    }
}
