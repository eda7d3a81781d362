package afterorder.documents;

import static afterorder.documents.SampleOrder.example;

import afterorder.documents.einvoice.CrossIndustryInvoice;
import afterorder.documents.einvoice.Profile;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.mail.Mail;
import afterorder.order.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes every kind of document and mail into a folder, to be looked at: {@code Samples target/samples}. */
final class Samples {
    private final PdfDocuments pdfs = new PdfDocuments(Settings.seller(), Settings.catalog());
    private final Path folder;
    private final Language language;

    private Samples(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Language language : Language.values()) {
            Samples samples = new Samples(folder, language);
            samples.writeDocuments();
            samples.writeElectronicInvoices();
            samples.writeMails();
        }
    }

    private void writeDocuments() throws IOException {
        for (Map.Entry<String, PdfFile> document : documents().entrySet())
            Files.write(file(document.getKey(), "pdf"), document.getValue().bytes());
    }

    private Map<String, PdfFile> documents() {
        SampleOrder order = example().in(language);
        SampleOrder french = example().in(language).seatedIn("Lyon", "FR", "FR83404833048");
        SampleOrder swiss = example().in(language).seatedIn("Genève", "CH", null);
        SampleOrder corrected = example().in(language).replacing("AB-2026-00012");
        return Map.ofEntries(
                Map.entry("confirmation", pdfs.confirmation(order.confirmation())),
                Map.entry("confirmation-corrected", pdfs.confirmation(corrected.confirmation())),
                Map.entry("confirmation-abroad", pdfs.confirmation(french.confirmation())),
                Map.entry("invoice", pdfs.invoice(order.invoice())),
                Map.entry("invoice-reverse-charge", pdfs.invoice(french.invoice())),
                Map.entry("invoice-not-taxable", pdfs.invoice(swiss.invoice())),
                Map.entry("invoice-cancelled", pdfs.invoice(order.cancellation(1, 2))),
                Map.entry("invoice-cancelled-by-lines", pdfs.invoice(order.cancellation(2))),
                Map.entry("invoice-replaced", pdfs.invoice(order.replacement("Muster SE"))),
                Map.entry("delivery-note", pdfs.deliveryNote(order.deliveryNote())),
                Map.entry(
                        "performance-record",
                        pdfs.performanceRecord(SampleRecord.example(order).record())));
    }

    private void writeElectronicInvoices() throws IOException {
        SampleOrder order = example().in(language).withBuyerReference("04011000-1234512345-06");
        for (Profile profile : Profile.values()) {
            byte[] xml = CrossIndustryInvoice.write(Settings.seller(), Settings.catalog(), order.invoice(), profile);
            Files.write(file(profile.toString(), "xml"), xml);
        }
    }

    private void writeMails() throws IOException {
        int number = 1;
        SampleOrder order = example().in(language);
        List<Mail> mails = new ArrayList<>(SampleMails.of(order, language));
        mails.addAll(SampleMails.aboutServices(order, language));
        for (Mail mail : mails) {
            Files.writeString(file("mail-%02d".formatted(number++), "html"), mail.html());
            Files.writeString(
                    file("mails", "txt"),
                    "To: %s\nSubject: %s\n\n%s\n==========\n\n".formatted(mail.to(), mail.subject(), mail.text()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private Path file(String name, String extension) {
        return folder.resolve("%s-%s.%s".formatted(name, language.code(), extension));
    }
}
