package afterorder.documents;

import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.DocumentKind;
import afterorder.order.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvoiceDocumentTest {
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @Test
    @Tag("S44")
    @Tag("S45")
    void bills_what_was_purchased_with_all_that_the_law_demands() {
        assertThat(invoiced(example()).flowing())
                .contains("Rechnung R-2026-00017", "Rechnungsdatum 23.11.2026", "Lieferdatum 23.11.2026")
                .contains("Lieferschein L-2026-00017", "7K3M9X2Q4T8WZ", "Ihre Bestellnummer 4500012345")
                .contains("Jira Data Center", "42.000,00 €", "Confluence Cloud", "11.400,00 €")
                .contains("53.400,00 €", "19 % USt.", "10.146,00 €", "63.546,00 €")
                .contains("Steuernr. 040 123 45678", "USt-IdNr. DE123456789", "Ihre USt-IdNr. DE136695976")
                .doesNotContain("Migration workshop")
                .doesNotContainIgnoringCase("Gutschrift");
    }

    @Test
    @Tag("S44")
    void leaves_the_tax_to_a_business_in_the_EU_with_both_vat_ids_and_in_both_languages() {
        SampleOrder french = example().seatedIn("Lyon", "FR", "FR83404833048");
        assertThat(invoiced(french).flowing())
                .contains("USt. (Reverse charge) 0,00 €", "Gesamtbetrag 53.400,00 €")
                .contains("Steuerschuldnerschaft des Leistungsempfängers (Reverse charge).")
                .contains("USt-IdNr. des Leistenden: DE123456789, des Leistungsempfängers: FR83404833048.")
                .doesNotContain("19 %");
        assertThat(invoiced(french.in(Language.EN)).flowing())
                .contains("Reverse charge", "Steuerschuldnerschaft des Leistungsempfängers")
                .contains("VAT ID of the supplier: DE123456789, of the recipient: FR83404833048.");
    }

    @Test
    @Tag("S44")
    void charges_nothing_to_a_third_country_and_says_why() {
        SampleOrder swiss = example().seatedIn("Genève", "CH", null);
        assertThat(invoiced(swiss).flowing())
                .contains("USt. (nicht steuerbar) 0,00 €", "Gesamtbetrag 53.400,00 €")
                .contains("In Deutschland nicht steuerbar: Der Leistungsort liegt außerhalb der EU.");
        assertThat(invoiced(swiss.in(Language.EN)).flowing()).contains("Not taxable in Germany");
    }

    @Test
    void says_how_long_the_licenses_run() {
        assertThat(invoiced(example()).flowing()).contains("23.11.2026 bis 22.11.2027");
    }

    @Test
    @Tag("S5")
    @Tag("S9")
    void bears_the_reference_and_the_language_of_the_wish() {
        assertThat(invoiced(example().withReference("Kostenstelle 4711").wishing(Language.EN))
                        .flowing())
                .contains("Your reference Kostenstelle 4711", "Invoice R-2026-00017");
        assertThat(invoiced(example()
                                .withReference("Kostenstelle 4711")
                                .wishing(Language.EN)
                                .withAddressee(DocumentKind.CONFIRMATION))
                        .flowing())
                .contains("Rechnung R-2026-00017")
                .doesNotContain("Kostenstelle 4711");
    }

    @Test
    void says_how_and_until_when_to_pay() {
        assertThat(invoiced(example()).flowing())
                .contains("Bitte überweisen Sie 63.546,00 € bis zum 07.12.2026 ohne Abzug")
                .contains("IBAN DE02 1203 0000 0000 2020 51", "BIC BYLADEM1001", "Musterbank Wiesbaden");
        assertThat(invoiced(example().in(Language.EN)).flowing())
                .contains("Please transfer €63,546.00 by 7 December 2026 without deduction");
    }

    @Test
    @Tag("S7")
    void keeps_the_customer_as_buyer_when_it_is_addressed_to_another_company() {
        assertThat(invoiced(example()).text())
                .containsIgnoringNewLines("Muster GmbH\nc/o Muster Holding AG\nPurchasing\nErika Muster\nRing 2")
                .contains("Leistungsempfänger", "Muster GmbH, Hauptstraße 1, 65189 Wiesbaden");
    }

    @Test
    @Tag("S7")
    void is_addressed_to_the_customer_when_the_wish_is_not_for_invoices() {
        assertThat(invoiced(example().withAddressee(DocumentKind.CONFIRMATION)).text())
                .containsIgnoringNewLines("Muster GmbH\nHauptstraße 1\n65189 Wiesbaden")
                .doesNotContain("Holding", "c/o");
    }

    private Pdf invoiced(SampleOrder order) {
        return Pdf.of(documents.invoice(order.invoice()));
    }
}
