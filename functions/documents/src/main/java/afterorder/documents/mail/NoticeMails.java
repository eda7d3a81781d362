package afterorder.documents.mail;

import afterorder.order.Customer;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.WorkedRow;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Teams;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mails that tell of a change, remind, or ask a person to do something: to customer and technical contact in the
 * order's language, to staff and teams in theirs. No mail holds a license key (design rule 10). To be shared by threads.
 */
public final class NoticeMails {
    private final Seller seller;
    private final CustomerNotices customer;
    private final ContactMails contact;
    private final StaffNotices staff;
    private final DeskNotices buyers;
    private final ExportNotices exports;
    private final ServiceNotices services;

    public NoticeMails(Settings settings) {
        Catalog catalog = settings.catalog();
        Desk desk = settings.desk();
        this.seller = settings.seller();
        StaffDraft drafts = new StaffDraft(seller, catalog, desk);
        this.customer = new CustomerNotices(seller, catalog);
        this.contact = new ContactMails(seller, catalog);
        this.staff = new StaffNotices(drafts, desk);
        this.buyers = new DeskNotices(drafts, desk);
        this.exports = new ExportNotices(seller, desk);
        this.services = new ServiceNotices(seller, catalog, settings.teams());
    }

    /** Makes a mail that nobody gets: templates and texts are loaded then, which takes long the first time. */
    public void prime() {
        Customer nobody = new Customer("-", "-", seller.email(), null, null, null, seller.address());
        Order nothing =
                new Order(Currency.getInstance("EUR"), Language.DE, false, nobody, null, null, null, null, List.of());
        OrderId id = OrderId.of("nobody", "nothing");
        OrderRow row = OrderRow.received(id, "-", "-", nothing, seller, new Teams(Map.of()), Instant.EPOCH);
        Notice notice = new Notice.CalledOff(1, LocalDate.EPOCH);
        of(notice, row, nothing, new Links(URI.create("https://localhost"), null))
                .mime(Envelope.of(seller, seller.email(), Instant.EPOCH));
    }

    /**
     * Where a mail leads to.
     *
     * @param api where the HTTP interface is reached
     * @param target of the notice's own link: the page of the desk's task, the reader's page of an engagement, or a document
     */
    public record Links(URI api, @Nullable URI target) {
        URI toTarget() {
            return Objects.requireNonNull(target, "the mail needs a link");
        }
    }

    /** To the desk: a customer's data is exported. @param link to the ZIP */
    public Mail exported(ExportRow export, URI link) {
        return exports.exported(export, link);
    }

    /** To the desk: a customer's data could not be exported. */
    public Mail exportFailed(ExportRow export) {
        return exports.failed(export);
    }

    /**
     * The mail of a notice that is not settled.
     *
     * @param row that owes it
     * @param order as it stands
     */
    public Mail of(Notice notice, WorkedRow row, Order order, Links links) {
        Matter matter = new Matter(row, order);
        return switch (notice) {
            case Notice.Moved moved -> customer.moved(moved, matter);
            case Notice.CalledOff calledOff -> customer.calledOff(calledOff, matter);
            case Notice.ContactChanged changed -> customer.contactChanged(changed, matter);
            case Notice.NewLink link -> customer.newLink(link, matter, links.toTarget());
            case Notice.Redelivered again -> customer.redelivered(again, matter, links.toTarget());
            case Notice.VerificationReminder(int day) -> contact.reminder(day, matter);
            case Notice.Unverified() -> staff.unverified(matter);
            case Notice.Parked parked -> staff.parked(matter, links.api());
            case Notice.Undelivered undelivered -> staff.undelivered(undelivered, matter, links.api());
            case Notice.Returned returned -> staff.returned(returned, matter, links.api());
            case Notice.Unprintable unprintable -> staff.unprintable(unprintable, matter);
            case Notice.DeskTask task -> buyers.task(matter, links.toTarget());
            case Notice.DeskReminder() -> buyers.reminder(matter, links.toTarget());
            case Notice.DeskEscalation() -> buyers.escalation(matter, links.toTarget());
            case ServiceNotice service -> services.of(service, matter, links.toTarget());
            case Notice.Exported exported -> throw new IllegalArgumentException(row.key() + " exports no customer");
            case Notice.ExportFailed failed -> throw new IllegalArgumentException(row.key() + " exports no customer");
        };
    }
}
