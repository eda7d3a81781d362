package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.layout.PdfFile;
import afterorder.order.Address;
import afterorder.order.Language;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are letters after DIN 5008, form B. Measures are in millimeters. */
class LetterTest {
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @Test
    void shows_the_address_in_the_window_of_the_envelope() throws Exception {
        PdfFile letter = documents.invoice(example().invoice());
        assertThat(in(letter, 20, 45, 85, 45))
                .isEqualTo("Muster Solutions GmbH · Beispielallee 12 · 65185 Wiesbaden Muster GmbH"
                        + " c/o Muster Holding AG Purchasing Erika Muster Ring 2 10115 Berlin");
        assertThat(in(letter, 124, 50, 76, 48))
                .startsWith("Rechnungsnummer R-2026-00017")
                .contains("Telefon +49 611");
        assertThat(in(letter, 25, 98, 165, 15)).contains("Rechnung R-2026-00017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "Donaudampfschifffahrtsgesellschaft", "株式会社", "word "})
    void shows_the_longest_address_in_the_window_too(String word) throws Exception {
        String longest = word.repeat(200).substring(0, 200).strip();
        Address address = new Address(longest, "10115", longest, "JP");
        SampleOrder order = example().of(longest).addressedTo(longest, longest, longest, address);
        PdfFile letter = documents.invoice(order.invoice());
        String letters = in(letter, 20, 45, 85, 45).replace(" ", "");
        assertThat(letters).startsWith("MusterSolutionsGmbH").endsWith("JAPAN").hasSizeGreaterThan(5 * 160);
        assertThat(in(letter, 25, 90.5, 99, 7)).isEmpty();
        assertThat(in(letter, 105, 45, 19, 45)).isEmpty();
    }

    @Test
    void carries_what_the_lines_of_a_page_amount_to_over_to_the_next() {
        List<String> pages = Pdf.of(documents.invoice(licenses(40).invoice())).pages();
        assertThat(pages).hasSizeGreaterThan(2);
        for (int page = 1; page < pages.size(); page++) {
            String before = pages.get(page - 1).replaceAll("(?s).*Übertrag\\s+([\\d.,]+).*", "$1");
            String after = pages.get(page).replaceAll("(?s).*?Übertrag\\s+([\\d.,]+).*", "$1");
            int lines = linesUntil(pages.subList(0, page));
            String amount = String.format(Locale.GERMANY, "%,d,00", lines * 42_000);
            assertThat(before).isEqualTo(after).isEqualTo(amount);
        }
        assertThat(pages.getFirst().split("Übertrag", -1)).hasSize(2);
        assertThat(pages.getLast().split("Übertrag", -1)).hasSize(2);
    }

    @Test
    void carries_nothing_over_within_a_page() {
        assertThat(Pdf.of(documents.invoice(example().invoice())).text()).doesNotContain("Übertrag");
    }

    @Test
    void never_lets_the_total_stand_without_a_line() {
        IntStream.rangeClosed(8, 20).forEach(lines -> {
            String last = Pdf.of(documents.invoice(licenses(lines).invoice())).pages().stream()
                    .filter(page -> page.contains("Gesamtbetrag"))
                    .findFirst()
                    .orElseThrow();
            assertThat(last).contains("Jira Data Center");
        });
    }

    @Test
    void tells_which_letters_no_typeface_has() {
        assertThat(documents
                        .invoice(example().of("Łódź 株式会社 Київ 🚀").invoice())
                        .missing())
                .containsExactly("会", "式", "株", "社", "🚀");
        assertThat(documents.invoice(example().in(Language.EN).invoice()).missing())
                .isEmpty();
    }

    private static SampleOrder licenses(int lines) {
        SampleOrder order = anOrder();
        IntStream.range(0, lines).forEach(line -> order.withDataCenter());
        return order;
    }

    private static int linesUntil(List<String> pages) {
        return String.join("", pages).split("Jira Data Center", -1).length - 1;
    }

    /** The words in that part of the first page. */
    private static String in(PdfFile file, double left, double top, double width, double height) throws Exception {
        double unit = 72 / 25.4;
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            stripper.addRegion("part", new Rectangle2D.Double(left * unit, top * unit, width * unit, height * unit));
            stripper.extractRegions(document.getPage(0));
            return stripper.getTextForRegion("part").strip().replaceAll("\\s+", " ");
        }
    }
}
