package afterorder.documents.wording;

import afterorder.order.settings.Seller;

/** What Par. 35a GmbHG demands of a letter or mail: seat, register and directors of the seller, with its address. */
public final class SellerWording {
    private final Seller seller;
    private final Wording wording;

    public SellerWording(Seller seller, Wording wording) {
        this.seller = seller;
        this.wording = wording;
    }

    public String address() {
        return wording.address(seller.address(), seller.address().country());
    }

    public String seat() {
        return wording.text("seller.seat", seller.seat());
    }

    public String register() {
        return seller.registerCourt() + ", " + seller.registerNumber();
    }

    public String directors() {
        String name = seller.directors().size() == 1 ? "seller.directors.one" : "seller.directors";
        return wording.text(name, String.join(", ", seller.directors()));
    }

    public String telephone() {
        return wording.text("seller.telephone", seller.telephone());
    }
}
