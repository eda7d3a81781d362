package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.service.PerformanceEntry;
import afterorder.order.service.Person;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S26")
class PerformanceRecordDocumentTest {
    private static final Person CLARA = new Person("Clara Berg", new Email("clara.berg@reseller.example"));

    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @Test
    void says_who_worked_when_for_how_long_on_what() {
        Pdf pdf = document(SampleRecord.example(anOrder().withService("Migration workshop")));
        assertThat(pdf.pages()).hasSize(1);
        assertThat(pdf.flowing())
                .contains("Leistungsnachweis LN-2026-00017", "07.12.2026", "7K3M9X2Q4T8WZ", "4500012345", "C-10042")
                .contains("unser Team Consulting", "Migration workshop 2,5 Tag(e)")
                .contains("03.12.2026 09:00 12:30 Clara Berg Workshop: inventory of the spaces and their owners 3:30")
                .contains("03.12.2026 13:15 16:50 Clara Berg Workshop: order of migration 3:35")
                .contains("04.12.2026 09:05 11:00 Jonas Keller Test migration, and what came of it 1:55")
                .contains("Gesamt 9:00 Stunden", "Alle Zeiten: Mitteleuropäische Zeit.", "geben Sie", "frei")
                .doesNotContain("€", "1.440");
    }

    @Test
    void says_it_in_english() {
        Pdf pdf = document(
                SampleRecord.example(anOrder().withService("Migration workshop").in(Language.EN)));
        assertThat(pdf.flowing())
                .contains("Performance record LN-2026-00017", "7 December 2026", "3 Dec 2026 09:00 12:30")
                .contains("Total 9:00 hours", "All times: Central European Time.", "sign this performance record off");
    }

    @Test
    void carries_hours_over_from_page_to_page() {
        Pdf pdf = document(SampleRecord.of(anOrder().withService("Migration")).working(200));
        assertThat(pdf.pages()).hasSizeGreaterThan(4);
        for (String page : pdf.pages()) assertThat(page).contains("Std.:Min.");
        for (String page : pdf.pages().subList(1, pdf.pages().size() - 1))
            assertThat(page.split("Übertrag", -1)).as(page).hasSize(3);
        assertThat(pdf.flowing()).contains("Migration of space 200 2:00", "Gesamt 400:00 Stunden");
    }

    @Test
    void tells_the_hour_that_comes_twice_apart_and_ends_a_day_at_midnight() {
        Instant second = Instant.parse("2026-10-25T00:50:00Z");
        SampleRecord record = SampleRecord.of(anOrder().withService("Migration"))
                .with(new PerformanceEntry(1, CLARA, second, second.plusSeconds(1_800), "put back"))
                .working("2026-12-03T22:15", "2026-12-04T00:00", "late");
        assertThat(document(record).flowing())
                .contains("25.10.2026 02:50 MESZ 02:20 MEZ Clara Berg put back 0:30")
                .contains("03.12.2026 22:15 24:00 Clara Berg late 1:45");
    }

    @Test
    void breaks_long_words_and_long_texts() {
        SampleRecord record = SampleRecord.of(anOrder().withService("x".repeat(1_000)))
                .by(
                        "Donaudampfschifffahrtsgesellschaft".repeat(3),
                        "2026-12-03T09:00",
                        "2026-12-03T12:30",
                        "step\n".repeat(200))
                .working("2026-12-03T13:00", "2026-12-03T14:00", "Rindfleischetikettierungsüberwachung".repeat(10));
        assertThat(document(record).flowing()).contains("Gesamt 4:30 Stunden");
    }

    private Pdf document(SampleRecord record) {
        return Pdf.of(documents.performanceRecord(record.record()));
    }
}
