package afterorder.documents;

import afterorder.order.settings.Catalog;
import afterorder.order.settings.Seller;

/** The settings of the example reseller, as every function has them. */
public final class Settings {
    private Settings() {}

    public static Seller seller() {
        return afterorder.order.settings.Settings.bundled().seller();
    }

    public static Catalog catalog() {
        return afterorder.order.settings.Settings.bundled().catalog();
    }
}
