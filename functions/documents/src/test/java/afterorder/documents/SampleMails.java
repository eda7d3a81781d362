package afterorder.documents;

import afterorder.documents.mail.ConfirmationMails;
import afterorder.documents.mail.CorrectionMails;
import afterorder.documents.mail.Forms;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.NoticeMails;
import afterorder.documents.mail.PurchasedMails;
import afterorder.documents.mail.RecordMails;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.Invoice;
import afterorder.order.purchase.ContactAccount;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Every mail that can come of an order. */
public final class SampleMails {
    private static final URI API = URI.create("https://orders.reseller.example");
    private static final URI LINK = API.resolve("/d/abc_DEF-123");

    private final SampleOrder sample;
    private final TechnicalContact contact;
    private final Language staff;

    private SampleMails(SampleOrder sample, TechnicalContact contact, Language staff) {
        this.sample = sample;
        this.contact = contact;
        this.staff = staff;
    }

    /** @param staff the language of those to staff */
    public static List<Mail> of(SampleOrder order, Language staff) {
        return of(order, order.order().technicalContact(), staff);
    }

    /** @param contact instead of the order's */
    public static List<Mail> of(SampleOrder order, TechnicalContact contact, Language staff) {
        SampleMails mails = new SampleMails(order, contact, staff);
        List<Mail> all = new ArrayList<>(mails.confirmations());
        all.addAll(mails.purchased());
        all.addAll(mails.corrections());
        all.addAll(mails.notices());
        return all;
    }

    /** Those about services, as {@link #of} has the others. */
    public static List<Mail> aboutServices(SampleOrder order, Language staff) {
        return aboutServices(order, new SampleEngagement(order), SampleRecord.example(order), staff);
    }

    /** @param text that both sides wrote wherever they could */
    public static List<Mail> aboutServices(SampleOrder order, String text, Language staff) {
        SampleRecord record = SampleRecord.of(order).by(text, "2026-12-03T09:00", "2026-12-03T10:00", text);
        return aboutServices(order, new SampleEngagement(order, text), record, staff);
    }

    private static List<Mail> aboutServices(
            SampleOrder order, SampleEngagement engagement, SampleRecord record, Language staff) {
        NoticeMails mails = new NoticeMails(Settings.readIn(staff));
        List<Mail> all = new ArrayList<>();
        engagement
                .everyNotice()
                .forEach(owed ->
                        all.add(mails.of(owed.notice(), owed.row(), order.order(), new NoticeMails.Links(API, LINK))));
        all.add(new RecordMails(Settings.seller())
                .record(record.record(), new Email("erika@muster.example"), LINK, LINK));
        return all;
    }

    private List<Mail> confirmations() {
        ConfirmationMails mails = new ConfirmationMails(Settings.seller(), Settings.catalog());
        return List.of(mails.confirmation(sample.confirmation(), LINK));
    }

    private List<Mail> purchased() {
        PurchasedMails mails = new PurchasedMails(Settings.seller(), Settings.catalog());
        List<Mail> all = new ArrayList<>();
        for (ContactAccount.Status account : ContactAccount.Status.values()) {
            var registered = new PurchasedMails.Registered(contact, account);
            all.addAll(mails.purchased(sample.invoice(), sample.deliveryNote(), registered, Forms.pdf(LINK), LINK));
            mails.purchasedForContact(sample.invoice(), sample.deliveryNote(), registered)
                    .ifPresent(all::add);
        }
        return all;
    }

    private List<Mail> corrections() {
        CorrectionMails mails = new CorrectionMails(Settings.seller());
        Integer[] lines = sample.invoice().lines().keySet().toArray(Integer[]::new);
        List<Invoice> corrections = List.of(
                sample.cancellation(lines),
                sample.cancellation(lines[0]),
                sample.replacement(sample.order().customer().name()));
        return corrections.stream()
                .map(correction -> mails.corrected(correction, Forms.pdf(LINK)))
                .toList();
    }

    private List<Mail> notices() {
        NoticeMails mails = new NoticeMails(Settings.readIn(staff));
        Order order = sample.order().withTechnicalContact(contact);
        return new SamplePurchase(sample)
                .everyNotice().stream()
                        .map(owed -> mails.of(owed.notice(), owed.row(), order, new NoticeMails.Links(API, LINK)))
                        .toList();
    }
}
