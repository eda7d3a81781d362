package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;

import afterorder.documents.layout.PdfFile;
import afterorder.order.Address;
import afterorder.order.Language;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents look as they did when somebody last looked at them: see {@link Picture} for how to accept another look. */
class PicturesTest {
    private static final int FIRST = 0;

    private final SoftAssertions looks = new SoftAssertions();
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_the_example(Language language) throws Exception {
        SampleOrder order = example().in(language);
        assertLooks("confirmation-" + language.code(), documents.confirmation(order.confirmation()), FIRST);
        assertLooks("invoice-" + language.code(), documents.invoice(order.invoice()), FIRST);
        assertLooks("delivery-note-" + language.code(), documents.deliveryNote(order.deliveryNote()), FIRST);
        SampleOrder corrected = order.replacing("AB-2026-00012");
        assertLooks(
                "confirmation-corrected-" + language.code(), documents.confirmation(corrected.confirmation()), FIRST);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_what_goes_abroad(Language language) throws Exception {
        SampleOrder french = example().in(language).seatedIn("Lyon", "FR", "FR83404833048");
        SampleOrder swiss = example().in(language).seatedIn("Genève", "CH", null);
        for (int page = 0; page < 2; page++) {
            String name = "confirmation-abroad-%s-%d".formatted(language.code(), page + 1);
            assertLooks(name, documents.confirmation(french.confirmation()), page);
        }
        assertLooks("invoice-reverse-charge-" + language.code(), documents.invoice(french.invoice()), FIRST);
        assertLooks("invoice-not-taxable-" + language.code(), documents.invoice(swiss.invoice()), FIRST);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_what_corrects_an_invoice(Language language) throws Exception {
        SampleOrder order = example().in(language);
        assertLooks("cancellation-" + language.code(), documents.invoice(order.cancellation(1, 2)), FIRST);
        assertLooks("correction-" + language.code(), documents.invoice(order.cancellation(2)), FIRST);
        assertLooks("replacement-" + language.code(), documents.invoice(order.replacement("Muster SE")), FIRST);
    }

    @Test
    void of_an_invoice_with_one_line_to_the_customer_itself() throws Exception {
        PdfFile invoice = documents.invoice(anOrder().withDataCenter().invoice());
        assertLooks("invoice-of-one-line", invoice, FIRST);
    }

    @Test
    void of_an_invoice_on_three_pages() throws Exception {
        SampleOrder order = anOrder();
        IntStream.range(0, 26).forEach(line -> order.withDataCenter());
        PdfFile invoice = documents.invoice(order.invoice());
        for (int page = 0; page < 3; page++) assertLooks("invoice-of-three-pages-" + (page + 1), invoice, page);
    }

    @Test
    void of_a_delivery_note_on_several_pages() throws Exception {
        SampleOrder order = anOrder();
        IntStream.range(0, 8).forEach(line -> order.withDataCenter());
        PdfFile note = documents.deliveryNote(order.withCloud().deliveryNote());
        for (int page = 0; page < 3; page++) assertLooks("delivery-note-of-three-pages-" + (page + 1), note, page);
    }

    @Test
    void of_a_letter_to_long_and_foreign_names() throws Exception {
        String name = "株式会社サンプル שלום עולם 🚀 " + "Donaudampfschifffahrtsgesellschaft".repeat(4);
        Address address = new Address("Rue de l’Université 1".repeat(4), "75007", "Paris", "FR");
        SampleOrder order = anOrder()
                .of(name)
                .addressedTo("Ελλάδα Київ Łódź S.p.A.", "Accounts payable", "ß".repeat(100), address)
                .withOwnNumber("4500012345/".repeat(8))
                .withDataCenter();
        assertLooks("invoice-to-long-names", documents.invoice(order.invoice()), FIRST);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_a_performance_record(Language language) throws Exception {
        SampleOrder order = anOrder().withService("Migration workshop").in(language);
        PdfFile example =
                documents.performanceRecord(SampleRecord.example(order).record());
        assertLooks("performance-record-" + language.code(), example, FIRST);
    }

    @Test
    void of_a_performance_record_on_several_pages() throws Exception {
        SampleRecord record = SampleRecord.of(anOrder().withService("Migration workshop"))
                .by(
                        "Clara Donaudampfschifffahrtsgesellschaft",
                        "2026-01-02T09:00",
                        "2026-01-02T09:20",
                        "word".repeat(30))
                .working(50);
        PdfFile pdf = documents.performanceRecord(record.record());
        for (int page = 0; page < 3; page++) assertLooks("performance-record-of-three-pages-" + (page + 1), pdf, page);
    }

    /** All of a test are compared before it fails, so that all can be looked at. */
    private void assertLooks(String name, PdfFile document, int page) throws Exception {
        looks.assertThat(Picture.of(document, page).differencesTo(name)).isEmpty();
    }

    @AfterEach
    void assertAll() {
        looks.assertAll();
    }
}
