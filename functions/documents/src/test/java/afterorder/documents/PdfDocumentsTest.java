package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Language;
import afterorder.order.settings.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfDocumentsTest {
    private static final int MANY = 1_000;

    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @ParameterizedTest
    @EnumSource(Language.class)
    void repeats_the_head_of_the_table_and_numbers_the_pages_when_there_are_several(Language language) {
        SampleOrder order = anOrder().in(language);
        for (int line = 1; line <= 40; line++) order.withService("Workshop no. " + line);
        List<String> pages =
                Pdf.of(documents.confirmation(order.confirmation())).pages();
        String head = language == Language.DE ? "Bezeichnung" : "Description";
        String label = language == Language.DE ? "Seite %d von %d" : "Page %d of %d";
        assertThat(pages).hasSizeGreaterThan(2);
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).contains(label.formatted(page, pages.size()), "AB-2026-00017", "HRB 12345");
        }
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).contains(head));
    }

    @Test
    void lists_a_thousand_lines_and_a_thousand_keys() {
        SampleOrder order = anOrder();
        IntStream.range(0, MANY).forEach(line -> order.withDataCenter());
        String confirmation =
                Pdf.of(documents.confirmation(order.confirmation())).text();
        assertThat(confirmation.split("Jira Data Center", -1)).hasSize(MANY + 1);
        assertThat(confirmation).contains("49.980.000,00");
        String note = Pdf.of(documents.deliveryNote(order.deliveryNote())).withoutLineBreaks();
        assertThat(note).contains(SampleOrder.key(1), SampleOrder.key(500), SampleOrder.key(MANY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller & Söhne <script>alert(1)</script> 100 % %s {0}",
                "Łódź Ελλάδα Київ Đặng fi ffl",
                "株式会社サンプル",
                "שלום عربي",
                "Rocket 🚀 GmbH",
                "a\tb\u0000c\u0007d\u001be\u0085f",
                "\u202Eevil\u200B",
                "one\ntwo\r\nthree"
            })
    void shows_a_replacement_for_letters_that_no_font_has_and_never_fails(String name) {
        String text = Pdf.of(documents.invoice(example().of(name).invoice())).flowing();
        assertThat(text).contains("R-2026-00017", "63.546,00 €");
    }

    @Test
    void replaces_only_what_the_font_lacks() {
        String text = Pdf.of(documents.invoice(
                        example().of("Rocket 🚀 Łódź Київ GmbH").invoice()))
                .flowing();
        assertThat(text).containsAnyOf("Rocket □ Łódź Київ GmbH", "Rocket 🚀 Łódź Київ GmbH");
    }

    @Test
    void breaks_names_that_are_longer_than_a_line_and_loses_nothing_of_them() {
        String name = "Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, 200);
        String text = Pdf.of(documents.confirmation(
                        anOrder().of(name).withService("x".repeat(1_000)).confirmation()))
                .withoutLineBreaks();
        assertThat(text).contains(name, "x".repeat(1_000));
    }

    @Test
    void goes_on_with_a_row_on_the_next_page_when_it_is_longer_than_one() {
        String description =
                IntStream.rangeClosed(1, 250).mapToObj(line -> "step" + line).collect(joining("\n"));
        Pdf pdf =
                Pdf.of(documents.confirmation(anOrder().withService(description).confirmation()));
        assertThat(pdf.pages()).hasSizeBetween(4, 6);
        assertThat(pdf.flowing()).contains("step1 step2 ", " step249 step250 ");
    }

    @Test
    void refuses_an_order_whose_product_the_catalog_has_lost() {
        PdfDocuments withoutProducts = new PdfDocuments(
                Settings.seller(), new Catalog(Map.of(), Settings.catalog().services(), List.of()));
        assertThatThrownBy(() -> withoutProducts.invoice(example().invoice()))
                .hasMessageContaining("the catalog has lost 'jira'");
    }

    @Test
    void gives_the_same_bytes_for_the_same_order_whatever_the_machine_hashes(@TempDir Path folder) throws Exception {
        write(folder.resolve("here"));
        writeInAnotherMachine(folder.resolve("constant"), "-XX:hashCode=2");
        writeInAnotherMachine(folder.resolve("counted"), "-XX:hashCode=3");
        try (Stream<Path> written = Files.list(folder.resolve("here"))) {
            assertThat(written).hasSizeGreaterThan(6).allSatisfy(file -> {
                assertThat(folder.resolve("constant").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file);
                assertThat(folder.resolve("counted").resolve(file.getFileName()))
                        .hasSameBinaryContentAs(file);
            });
        }
    }

    @Test
    void is_primed_without_an_order() {
        assertThatCode(documents::prime).doesNotThrowAnyException();
    }

    @Test
    void can_be_shared_by_threads() {
        byte[] alone = documents.invoice(example().invoice()).bytes();
        assertThat(IntStream.range(0, 50).parallel().mapToObj(number -> documents
                        .invoice(example().invoice())
                        .bytes()))
                .allMatch(together -> Arrays.equals(together, alone));
    }

    private static void write(Path folder) throws IOException {
        Samples.main(new String[] {folder.toString()});
    }

    private static void writeInAnotherMachine(Path folder, String hashing) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        hashing,
                        "-Duser.timezone=Pacific/Auckland",
                        "-Duser.language=fr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Samples.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
    }
}
