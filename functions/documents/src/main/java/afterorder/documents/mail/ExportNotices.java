package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.export.ExportRow;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import java.net.URI;

/** The mails to the desk about the export of a customer's data. */
final class ExportNotices {
    private final Seller seller;
    private final Desk desk;

    ExportNotices(Seller seller, Desk desk) {
        this.seller = seller;
        this.desk = desk;
    }

    Mail exported(ExportRow export, URI link) {
        return draft("exported", export)
                .link("exported.link", link)
                .note("desk.hints", new Wording(desk.language()).text("exported.hints"))
                .to(desk.email());
    }

    Mail failed(ExportRow export) {
        return draft("export-failed", export).to(desk.email());
    }

    private Draft draft(String about, ExportRow export) {
        Wording wording = new Wording(desk.language());
        return new Draft(seller, desk.language(), wording, wording.text(about + ".title", export.customerNumber()))
                .greeting("staff.greeting")
                .saying(about + ".intro")
                .fact("customer.number", export.customerNumber());
    }
}
