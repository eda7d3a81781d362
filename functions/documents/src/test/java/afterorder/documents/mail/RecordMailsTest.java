package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleRecord;
import afterorder.documents.Settings;
import afterorder.order.Email;
import afterorder.order.Language;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S26")
class RecordMailsTest {
    private static final Email ERIKA = new Email("erika@muster.example");
    private static final URI DOCUMENT = URI.create("https://orders.reseller.example/d/abc_DEF-123");
    private static final URI PAGE = URI.create("https://orders.reseller.example/e/abc_DEF-123");

    private final RecordMails mails = new RecordMails(Settings.seller());

    @Test
    void brings_the_record_and_the_page_where_it_is_signed_off() {
        Mail mail = mails.record(
                SampleRecord.example(example().withServiceContact("Erika Muster"))
                        .record(),
                ERIKA,
                DOCUMENT,
                PAGE);
        assertThat(mail.to()).isEqualTo(ERIKA);
        assertThat(mail.subject())
                .isEqualTo("Leistungsnachweis LN-2026-00017 – Auftrag 7K3M9X2Q4T8WZ – Ihre Bestellnummer 4500012345");
        assertThat(mail.text())
                .startsWith("Guten Tag Erika Muster,")
                .contains("Gesamt: 9:00 Stunden", "Datum: 07.12.2026", "Team: Consulting")
                .contains("LN-2026-00017 öffnen (PDF):\n" + DOCUMENT)
                .contains("freigeben oder beanstanden:\n" + PAGE, "Das Öffnen der Seite ändert nichts");
        assertThat(mail.calendar()).isEmpty();
        assertThat(mail.enclosures()).isEmpty();
    }

    @Test
    void speaks_the_orders_language() {
        Mail mail = mails.record(SampleRecord.example(example().in(Language.EN)).record(), ERIKA, DOCUMENT, PAGE);
        assertThat(mail.text())
                .startsWith("Dear customer,")
                .contains("Total: 9:00 hours", "Open performance record LN-2026-00017 (PDF)", "object to it");
    }
}
