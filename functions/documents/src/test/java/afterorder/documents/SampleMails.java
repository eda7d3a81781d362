package afterorder.documents;

import afterorder.documents.mail.ConfirmationMails;
import afterorder.documents.mail.CorrectionMails;
import afterorder.documents.mail.Forms;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.NoticeMails;
import afterorder.documents.mail.PurchasedMails;
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
        NoticeMails mails = new NoticeMails(Settings.seller(), Settings.catalog(), Settings.desk(staff));
        Order order = sample.order().withTechnicalContact(contact);
        return new SamplePurchase(sample)
                .everyNotice().stream()
                        .map(owed -> mails.of(owed.notice(), owed.row(), order, new NoticeMails.Links(API, LINK)))
                        .toList();
    }
}
