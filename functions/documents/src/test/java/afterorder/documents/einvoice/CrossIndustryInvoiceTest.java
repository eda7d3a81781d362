package afterorder.documents.einvoice;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.Language;
import afterorder.order.billing.Invoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S44")
class CrossIndustryInvoiceTest {
    private static final String LEITWEG_ID = "04011000-1234512345-06";

    static Stream<Named<SampleOrder>> orders() {
        return Stream.of(
                Named.of("in Germany", example()),
                Named.of("in English", example().in(Language.EN).withReference("Cost center 4711")),
                Named.of("to France", example().seatedIn("Lyon", "FR", "FR83404833048")),
                Named.of("to Greece", example().seatedIn("Athen", "GR", "EL123456789")),
                Named.of("to Switzerland", example().seatedIn("Genève", "CH", "CHE-123.456.789 MWST")),
                Named.of("without wishes", anOrder().withOwnNumber(null).withCloud()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pleases_every_judge_of_zugferd(SampleOrder order) throws Exception {
        assertThat(Judges.complaints(written(order, Profile.EN_16931), Profile.EN_16931))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pleases_every_judge_of_xrechnung(SampleOrder order) throws Exception {
        byte[] xml = written(order.withBuyerReference(LEITWEG_ID), Profile.XRECHNUNG);
        assertThat(Judges.complaints(xml, Profile.XRECHNUNG)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pleases_every_judge_when_it_corrects_another(SampleOrder order) throws Exception {
        Integer[] all = order.invoice().lines().keySet().toArray(Integer[]::new);
        order.withBuyerReference(LEITWEG_ID);
        for (Invoice correction :
                List.of(order.cancellation(all), order.cancellation(all[0]), order.replacement("Muster & Söhne SE"))) {
            for (Profile profile : Profile.values()) {
                assertThat(Judges.complaints(written(correction, profile), profile))
                        .as(correction.number() + " as " + profile)
                        .isEmpty();
            }
        }
    }

    @Test
    void names_the_invoice_that_it_corrects() {
        String reference = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-2026-00017</ram:IssuerAssignedID>"
                + "<ram:FormattedIssueDateTime><qdt:DateTimeString ";
        String cancellation = text(example().cancellation(1, 2));
        assertThat(cancellation)
                .contains(reference, ">20261123</qdt:DateTimeString>", "<ram:TypeCode>384<", "The customer's address")
                .contains("<ram:BilledQuantity unitCode=\"C62\">-1<", "<ram:GrandTotalAmount>-63546.00<")
                .contains("<ram:ChargeAmount>42000.00<")
                .doesNotContain("IBANID", "DueDateDateTime")
                .doesNotContainIgnoringCase("gutschrift");
        assertThat(text(example().cancellation(2)))
                .contains("<ram:GrandTotalAmount>-13566.00<")
                .doesNotContain("<ram:ChargeAmount>42000.00<");
        assertThat(text(example().replacement("Neu SE")))
                .contains(reference, "<ram:TypeCode>380<", "<ram:GrandTotalAmount>63546.00<", "<ram:Name>Neu SE<");
    }

    @Test
    void is_refused_by_the_judges_when_a_sum_is_falsified() throws Exception {
        for (String amount : List.of(
                "<ram:GrandTotalAmount>63546.00<",
                "<ram:CalculatedAmount>10146.00<",
                "<ram:LineTotalAmount>42000.00<",
                "<ram:LineTotalAmount>53400.00<",
                "<ram:TaxBasisTotalAmount>53400.00<",
                "<ram:DuePayableAmount>63546.00<")) {
            String xml = text(example(), Profile.EN_16931);
            assertThat(xml).contains(amount);
            byte[] falsified =
                    xml.replace(amount, amount.replace(".00<", ".01<")).getBytes(StandardCharsets.UTF_8);
            assertThat(Judges.complaints(falsified, Profile.EN_16931))
                    .as(amount)
                    .anyMatch(complaint -> complaint.contains("BR-CO-"));
        }
    }

    @Test
    @Tag("S8")
    void names_the_order_both_ways_and_the_delivery_note() {
        assertThat(text(example().withBuyerReference(LEITWEG_ID), Profile.EN_16931))
                .contains("<ram:BuyerReference>04011000-1234512345-06<")
                .contains("<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>4500012345<")
                .contains("<ram:SellerOrderReferencedDocument><ram:IssuerAssignedID>7K3M9X2Q4T8WZ<")
                .contains("<ram:DespatchAdviceReferencedDocument><ram:IssuerAssignedID>L-2026-00017<");
    }

    @Test
    void names_period_of_supply_and_date_of_each_line_in_the_words_of_the_pdf() {
        assertThat(text(example(), Profile.EN_16931))
                .contains("<ram:Name>Jira Data Center</ram:Name>")
                .contains(
                        "<ram:Description>Verlängerung · 500 Benutzer · 12 Monate · SEN-1234567 · 23.11.2026 bis 22.11.2027</ram:Description>")
                .contains("<ram:BilledQuantity unitCode=\"C62\">1<")
                .contains("<ram:OccurrenceDateTime><udt:DateTimeString format=\"102\">20261123<")
                .contains("<ram:EndDateTime><udt:DateTimeString format=\"102\">20271122<");
    }

    @Test
    @Tag("S7")
    void has_the_customer_as_its_buyer_whatever_addressing_is_wished() {
        String xml = text(example(), Profile.EN_16931);
        String buyer = xml.substring(xml.indexOf("<ram:BuyerTradeParty>"), xml.indexOf("</ram:BuyerTradeParty>"));
        assertThat(buyer)
                .contains(
                        "<ram:Name>Muster GmbH<", "<ram:LineOne>Hauptstraße 1<", "<ram:ID schemeID=\"VA\">DE136695976<")
                .contains("<ram:PersonName>Erika Muster, Purchasing, Muster Holding AG<")
                .contains("<ram:URIID schemeID=\"EM\">orders@muster.example<")
                .doesNotContain("Ring 2");
    }

    @Test
    void names_no_vat_id_where_nothing_is_taxable_but_the_tax_number() {
        assertThat(text(example().seatedIn("Genève", "CH", "CHE-123.456.789 MWST"), Profile.EN_16931))
                .contains("<ram:CategoryCode>O<", "<ram:ID schemeID=\"FC\">040 123 45678<")
                .contains("<ram:TaxTotalAmount currencyID=\"EUR\">0.00<")
                .doesNotContain("schemeID=\"VA\"", "DE123456789", "CHE-123");
    }

    @Test
    void leaves_the_tax_to_a_customer_in_the_EU_and_says_so_in_both_languages() {
        SampleOrder french = example().seatedIn("Lyon", "FR", "FR83404833048");
        assertThat(text(french, Profile.EN_16931))
                .contains("<ram:CategoryCode>AE<", "<ram:ID schemeID=\"VA\">FR83404833048<")
                .contains("<ram:ExemptionReasonCode>VATEX-EU-AE<")
                .contains("Steuerschuldnerschaft des Leistungsempfängers (Reverse charge)");
        assertThat(text(french.in(Language.EN), Profile.EN_16931))
                .contains("Reverse charge", "Steuerschuldnerschaft des Leistungsempfängers");
    }

    @Test
    void is_well_formed_and_valid_whatever_a_customer_is_called() throws Exception {
        SampleOrder hostile = example()
                .of("</ram:Name> & \"<![CDATA[ \uFFFE \uD83D\uDE00 مرحبا 株式会社")
                .withOwnNumber("]]>");
        assertThat(text(hostile, Profile.EN_16931)).contains("&lt;/ram:Name", "\uFFFD \uD83D\uDE00 مرحبا 株式会社");
        assertThat(Judges.complaints(written(hostile, Profile.EN_16931), Profile.EN_16931))
                .isEmpty();
    }

    @Test
    void is_the_same_bytes_each_time() {
        assertThat(written(example(), Profile.EN_16931)).isEqualTo(written(example(), Profile.EN_16931));
    }

    @Test
    void is_no_xrechnung_without_a_buyer_reference() {
        assertThatThrownBy(() -> written(example(), Profile.XRECHNUNG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R-2026-00017");
    }

    private static String text(SampleOrder order, Profile profile) {
        return new String(written(order, profile), StandardCharsets.UTF_8);
    }

    private static String text(Invoice invoice) {
        return new String(written(invoice, Profile.EN_16931), StandardCharsets.UTF_8);
    }

    private static byte[] written(SampleOrder order, Profile profile) {
        return written(order.invoice(), profile);
    }

    private static byte[] written(Invoice invoice, Profile profile) {
        return CrossIndustryInvoice.write(Settings.seller(), Settings.catalog(), invoice, profile);
    }
}
