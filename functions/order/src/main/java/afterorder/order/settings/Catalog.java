package afterorder.order.settings;

import afterorder.order.Language;
import afterorder.order.LicenseLine.Deployment;
import java.util.Map;
import java.util.Set;

/** What the reseller sells, by the keys that orders use. */
public record Catalog(Map<String, Product> products, Map<String, Service> services) {

    /** A product of the vendor. @param name a proper name, the same in each language */
    public record Product(String name, Set<Deployment> deployments) {}

    /** A service of the reseller's own. @param units those it is ordered in, each a key of its names */
    public record Service(Map<Language, String> name, Map<String, Map<Language, String>> units) {}
}
