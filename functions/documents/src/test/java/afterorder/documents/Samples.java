package afterorder.documents;

import static afterorder.order.purchase.ContactAccount.Status.EXISTING;
import static afterorder.order.purchase.ContactAccount.Status.VERIFICATION_PENDING;

import afterorder.documents.einvoice.CrossIndustryInvoice;
import afterorder.documents.einvoice.Profile;
import afterorder.documents.mail.ConfirmationMails;
import afterorder.documents.mail.Forms;
import afterorder.documents.mail.Mail;
import afterorder.documents.mail.NoticeMails;
import afterorder.documents.mail.PurchasedMails;
import afterorder.documents.mail.RecordMails;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.purchase.ContactAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes the example's documents and mails into a folder, to be looked at: {@code Samples target/samples}. */
final class Samples {
    private Samples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());
        for (Language language : Language.values()) {
            SampleOrder order = SampleOrder.example().in(language);
            Files.write(
                    folder.resolve("confirmation-" + language.code() + ".pdf"),
                    documents.confirmation(order.confirmation()).bytes());
            Files.write(
                    folder.resolve("invoice-" + language.code() + ".pdf"),
                    documents.invoice(order.invoice()).bytes());
            for (Profile profile : Profile.values()) {
                Files.write(
                        folder.resolve(profile + "-" + language.code() + ".xml"),
                        CrossIndustryInvoice.write(
                                Settings.seller(),
                                Settings.catalog(),
                                order.withBuyerReference("04011000-1234512345-06")
                                        .invoice(),
                                profile));
            }
            Files.write(
                    folder.resolve("delivery-note-" + language.code() + ".pdf"),
                    documents.deliveryNote(order.deliveryNote()).bytes());
            Files.write(
                    folder.resolve("performance-record-" + language.code() + ".pdf"),
                    documents
                            .performanceRecord(SampleRecord.example(order).record())
                            .bytes());
            for (Mail mail : mails(order, language)) {
                Files.writeString(
                        folder.resolve(mail.subject().replaceAll("[^\\p{L}\\d]+", "-") + ".html"), mail.html());
                Files.writeString(
                        folder.resolve("mails-" + language.code() + ".txt"),
                        "To: %s\nSubject: %s\n\n%s\n==========\n\n".formatted(mail.to(), mail.subject(), mail.text()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    private static List<Mail> mails(SampleOrder order, Language language) {
        List<Mail> mails = new ArrayList<>();
        URI link = URI.create("https://orders.reseller.example/d/abc");
        PurchasedMails purchased = new PurchasedMails(Settings.seller(), Settings.catalog());
        mails.add(
                new ConfirmationMails(Settings.seller(), Settings.catalog()).confirmation(order.confirmation(), link));
        for (ContactAccount.Status account : List.of(EXISTING, VERIFICATION_PENDING)) {
            var registered = new PurchasedMails.Registered(order.order().technicalContact(), account);
            mails.addAll(purchased.purchased(order.invoice(), order.deliveryNote(), registered, Forms.pdf(link), link));
            purchased
                    .purchasedForContact(order.invoice(), order.deliveryNote(), registered)
                    .ifPresent(mails::add);
        }
        NoticeMails notices = new NoticeMails(Settings.readIn(language));
        List<SamplePurchase.Owed> owing = new ArrayList<>(new SamplePurchase(order).everyNotice());
        owing.addAll(new SampleEngagement(order).everyNotice());
        mails.add(new RecordMails(Settings.seller())
                .record(SampleRecord.example(order).record(), new Email("erika@muster.example"), link, link));
        for (SamplePurchase.Owed owed : owing) {
            var links = new NoticeMails.Links(URI.create("https://orders.reseller.example"), link);
            mails.add(notices.of(owed.notice(), owed.row(), order.order(), links));
        }
        return mails;
    }
}
