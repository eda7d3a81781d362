package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.export.ExportRow;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import java.net.URI;

/** The mail to the desk that a customer's data is exported. */
final class ExportNotices {
    private final Seller seller;
    private final Desk desk;

    ExportNotices(Seller seller, Desk desk) {
        this.seller = seller;
        this.desk = desk;
    }

    Mail exported(ExportRow export, URI link) {
        Wording wording = new Wording(desk.language());
        return new Draft(seller, desk.language(), wording, wording.text("exported.title", export.customerNumber()))
                .greeting("staff.greeting")
                .saying("exported.intro")
                .fact("customer.number", export.customerNumber())
                .link("exported.link", link)
                .note("desk.hints", wording.text("exported.hints"))
                .to(desk.email());
    }
}
