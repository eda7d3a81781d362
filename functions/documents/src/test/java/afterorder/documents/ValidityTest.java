package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static afterorder.documents.Validity.assertValid;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.documents.layout.PdfFile;
import afterorder.order.Language;
import afterorder.order.tax.Treatment;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document can be archived (PDF/A-3a) and read by all (PDF/UA-1), whatever is in it. */
class ValidityTest {
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @ParameterizedTest
    @EnumSource(Language.class)
    void documents_of_one_page_are_valid(Language language) throws Exception {
        assertAllValid(example().in(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void documents_of_a_single_line_are_valid(Language language) throws Exception {
        assertAllValid(anOrder().withDataCenter().in(language));
        assertAllValid(anOrder().withCloud().in(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void documents_of_several_pages_are_valid(Language language) throws Exception {
        SampleOrder order = anOrder().in(language);
        IntStream.range(0, 30).forEach(line -> order.withDataCenter());
        assertAllValid(order.withService("x".repeat(1_000)).withService("step\n".repeat(200)));
    }

    /** In both languages, of one line and of several pages. */
    @ParameterizedTest
    @CsvSource({"DE,CH", "EN,CH", "DE,FR", "EN,FR"})
    void documents_of_an_order_from_abroad_are_valid(Language language, String country) throws Exception {
        SampleOrder order =
                anOrder().in(language).seatedIn("Ville", country, country.equals("FR") ? "FR40303265045" : null);
        assertAllValid(order.withDataCenter());
        IntStream.range(0, 30).forEach(line -> order.withCloud());
        assertAllValid(order);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_invoice_to_another_state_that_is_taxed_in_germany_is_valid(Language language) throws Exception {
        SampleOrder order = example().in(language).seatedIn("Lyon", "FR", "FR83404833048");
        assertAllInvoicesValid(order.taxed(Treatment.DOMESTIC));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void performance_records_are_valid(Language language) throws Exception {
        SampleOrder order = anOrder().withService("x".repeat(1_000)).in(language);
        assertValid(documents.performanceRecord(SampleRecord.example(order).record()));
        assertValid(documents.performanceRecord(SampleRecord.of(order.withService("step\n".repeat(200)))
                .working(200)
                .record()));
    }

    @Test
    void documents_with_letters_that_no_face_has_are_valid() throws Exception {
        String names = "株式会社サンプル שלום عربي 🚀 a\tb\u0000c\u0007d \u202Eevil\u200B \uD800 \uE000 \uFFFE";
        assertAllValid(example().of(names));
    }

    @Test
    void a_note_of_many_keys_is_valid() throws Exception {
        assertValid(noteOfKeys(250));
    }

    /** veraPDF judges each of their nine million letters. */
    @Test
    @Tag("exhaustive")
    void the_longest_note_is_valid() throws Exception {
        assertValid(noteOfKeys(10_000));
    }

    @Test
    void any_document_would_not_be() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            PdfFile plain = new PdfFile(bytes.toByteArray(), List.of());
            assertThatThrownBy(() -> assertValid(plain)).isInstanceOf(AssertionError.class);
        }
    }

    private PdfFile noteOfKeys(int keys) {
        SampleOrder order = anOrder();
        IntStream.range(0, keys).forEach(line -> order.withDataCenter());
        return documents.deliveryNote(order.deliveryNote());
    }

    private void assertAllValid(SampleOrder order) throws Exception {
        assertValid(documents.confirmation(order.confirmation()));
        assertAllInvoicesValid(order);
        assertValid(documents.deliveryNote(order.deliveryNote()));
        assertValid(documents.confirmation(order.replacing("AB-2026-00012").confirmation()));
    }

    /** What takes it back, wholly and by a line, and what stands in its place, are invoices, too. */
    private void assertAllInvoicesValid(SampleOrder order) throws Exception {
        Integer[] lines = order.invoice().lines().keySet().toArray(Integer[]::new);
        assertValid(documents.invoice(order.invoice()));
        assertValid(documents.invoice(order.cancellation(lines)));
        assertValid(documents.invoice(order.cancellation(lines[0])));
        assertValid(documents.invoice(order.replacement("Muster SE")));
    }
}
