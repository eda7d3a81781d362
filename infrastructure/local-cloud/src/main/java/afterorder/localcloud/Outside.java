package afterorder.localcloud;

import afterorder.localcloud.tax.VatIdRegister;
import afterorder.localcloud.vendor.Marketplace;

/** Who is not ours, and whom functions call by HTTP: the vendor, and the register of VAT IDs. */
public final class Outside {
    private Outside() {}

    /** Both answer at the edge of that site, each with its doors for tests. */
    public static void serve(Site site, Marketplace vendor) {
        VatIdRegister register = new VatIdRegister(site.data().resolve("vat-ids"), site.clock());
        site.edge().local(VatIdRegister.PATH, register);
        site.edge().local(VatIdRegister.DOOR, register);
        site.edge().local(Marketplace.PATH, vendor);
    }
}
