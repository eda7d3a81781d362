package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConfirmationDocumentTest {
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @Test
    @Tag("S3")
    void says_that_the_tax_follows_the_check_of_the_vat_id() {
        SampleOrder french = example().seatedIn("Lyon", "FR", "FR83404833048");
        assertThat(Pdf.of(documents.confirmation(french.confirmation())).flowing())
                .contains("USt. (Reverse charge) 0,00 €", "wenn die Prüfung Ihrer USt-IdNr. FR83404833048");
        SampleOrder swiss = example().seatedIn("Genève", "CH", null);
        assertThat(Pdf.of(documents.confirmation(swiss.confirmation())).flowing())
                .contains("USt. (nicht steuerbar) 0,00 €", "in Deutschland nicht steuerbar");
    }

    @Test
    @Tag("S4")
    void lists_every_line_as_ordered_with_totals_to_the_cent() {
        assertThat(confirmed(example()).flowing())
                .contains("Auftragsbestätigung AB-2026-00017", "23.11.2026", "7K3M9X2Q4T8WZ", "C-10042", "DE136695976")
                .contains("Jira Data Center", "Verlängerung · 500 Benutzer · 12 Monate · SEN-1234567", "42.000,00 €")
                .contains("Confluence Cloud", "Neue Lizenz · 200 Benutzer · 12 Monate · muster.atlassian.net")
                .contains("Beratung", "Migration workshop", "2,5 Tag(e)", "1.440,00 €", "3.600,00 €")
                .contains("57.000,00 €", "19 % USt.", "10.830,00 €", "67.830,00 €");
    }

    @Test
    @Tag("S4")
    void speaks_english_to_who_ordered_in_english() {
        assertThat(confirmed(example().in(Language.EN)).flowing())
                .contains("Order confirmation AB-2026-00017", "23 November 2026", "Renewal · 500 users · 12 months")
                .contains("2.5 day(s)", "€42,000.00", "VAT 19%", "€67,830.00", "Technical contact", "Dear customer");
    }

    @Test
    @Tag("S7")
    void is_addressed_as_wished() {
        assertThat(confirmed(example()).text())
                .containsIgnoringNewLines("Muster Holding AG\nPurchasing\nErika Muster\nRing 2\n10115 Berlin");
    }

    @Test
    @Tag("S8")
    void shows_the_customers_own_order_number_only_when_there_is_one() {
        assertThat(confirmed(example()).flowing()).contains("Ihre Bestellnummer 4500012345");
        assertThat(confirmed(example().withOwnNumber(null)).flowing()).doesNotContain("Bestellnummer");
    }

    @Test
    @Tag("S34")
    @Tag("S35")
    void says_when_which_licenses_will_be_purchased() {
        assertThat(confirmed(example()).flowing())
                .contains("Position 1 Kauf unmittelbar nach dem Versand dieser Bestätigung")
                .contains("Position 2 Kauf am 15.12.2026");
    }

    @Test
    @Tag("S36")
    @Tag("S43")
    void names_the_technical_contact_and_where_the_licenses_will_appear() {
        assertThat(confirmed(example()).flowing())
                .contains("Ada Admin, ada@muster.example", "hat diese Adresse ein Atlassian-Konto");
    }

    @Test
    @Tag("S10")
    @Tag("S12")
    @Tag("S15")
    void says_what_happens_next_in_each_branch_and_only_there() {
        assertThat(confirmed(example()).flowing())
                .contains("in der Regel innerhalb eines Tages", "Offiziell beauftragt. Unser Team Consulting");
        assertThat(confirmed(example().notCommissioned()).flowing())
                .contains(
                        "Noch nicht offiziell beauftragt",
                        "an orders@reseller.example unter Angabe des Auftrags 7K3M9X2Q4T8WZ")
                .contains("Danach meldet sich unser Team Consulting");
        assertThat(confirmed(anOrder().withService("Workshop")).flowing())
                .doesNotContain("Lizenz")
                .contains("meldet sich in Kürze bei Ihnen");
        assertThat(confirmed(anOrder().withCloud()).flowing()).doesNotContain("Dienstleistungen");
    }

    @Test
    @Tag("S13")
    void names_each_team_with_what_it_delivers() {
        assertThat(confirmed(example().withDevelopment("Macro").withService("Training"))
                        .flowing())
                .contains("Positionen 3, 5 Offiziell beauftragt. Unser Team Consulting meldet sich in Kürze")
                .contains("Position 4 Offiziell beauftragt. Unser Team Development meldet sich in Kürze");
    }

    @Test
    @Tag("S12")
    void says_of_services_that_were_called_off_that_they_will_not_be_delivered() {
        assertThat(confirmed(example().notCommissioned().withoutServices()).flowing())
                .contains("Dienstleistungen von Ihnen abbestellt; wird nicht erbracht und nicht berechnet")
                .doesNotContain("meldet sich");
    }

    @Test
    void bears_what_the_law_demands_of_a_letter() {
        assertThat(confirmed(example()).flowing())
                .contains("Muster Solutions GmbH", "Sitz: Wiesbaden", "Amtsgericht Wiesbaden, HRB 12345")
                .contains("Martina Muster, Max Beispiel", "USt-IdNr. DE123456789");
    }

    @Test
    void takes_one_page_for_a_small_order_and_does_not_number_it() {
        Pdf pdf = confirmed(example());
        assertThat(pdf.pages()).hasSize(1);
        assertThat(pdf.text()).doesNotContain("Seite");
    }

    private Pdf confirmed(SampleOrder order) {
        return Pdf.of(documents.confirmation(order.confirmation()));
    }
}
