package afterorder.documents;

import afterorder.order.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the example's documents into a folder, to be looked at: {@code Samples target/samples}. */
final class Samples {
    private Samples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());
        for (Language language : Language.values()) {
            SampleOrder order = SampleOrder.example().in(language);
            Files.write(
                    folder.resolve("confirmation-" + language.code() + ".pdf"),
                    documents.confirmation(order.confirmation()));
            Files.write(folder.resolve("invoice-" + language.code() + ".pdf"), documents.invoice(order.invoice()));
            Files.write(
                    folder.resolve("delivery-note-" + language.code() + ".pdf"),
                    documents.deliveryNote(order.deliveryNote()));
        }
    }
}
