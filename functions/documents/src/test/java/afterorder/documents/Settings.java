package afterorder.documents;

import afterorder.order.Language;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Desk;
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

    public static Desk desk(Language language) {
        Desk desk = afterorder.order.settings.Settings.bundled().desk();
        return new Desk(
                desk.email(),
                desk.lead(),
                language,
                desk.zone(),
                desk.state(),
                desk.hours(),
                desk.remindAfter(),
                desk.leadAfter());
    }
}
