package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static afterorder.order.LicenseLine.Deployment.DATA_CENTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Language;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.purchase.Entitlement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeliveryNoteDocumentTest {
    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    @Test
    @Tag("S48")
    @Tag("S49")
    void gives_each_license_with_its_sen_and_a_key_that_copies_exactly() {
        SampleOrder order = anOrder().withDataCenter().withDataCenter();
        Pdf pdf = delivered(order);
        assertThat(pdf.flowing())
                .contains("Lieferschein L-2026-00017", "R-2026-00017", "7K3M9X2Q4T8WZ", "4500012345")
                .contains("500 Benutzer · SEN-1000001 · 23.11.2026 bis 22.11.2027", "SEN-1000002");
        assertThat(pdf.withoutLineBreaks()).contains(SampleOrder.key(1), SampleOrder.key(2));
        assertThat(Pdf.copiedFrom(documents.deliveryNote(order.deliveryNote()).bytes()))
                .contains(SampleOrder.key(1), SampleOrder.key(2));
    }

    @Test
    @Tag("S50")
    @Tag("S51")
    void says_of_a_cloud_license_that_its_site_is_productive_and_has_no_key() {
        assertThat(delivered(anOrder().withCloud()).flowing())
                .contains("Confluence Cloud", "E-ABC-DEF-GHI")
                .contains("Die Site muster.atlassian.net wurde produktiv geschaltet")
                .contains("Cloud-Lizenzen haben keinen Lizenzschlüssel")
                .doesNotContain("vertraulich");
    }

    @Test
    @Tag("S52")
    void holds_both_kinds_in_one_note() {
        Pdf pdf = delivered(example().in(Language.EN));
        assertThat(pdf.pages()).hasSize(1);
        assertThat(pdf.flowing()).contains("SEN-1000001", "License key", "has been switched to productive");
        assertThat(pdf.withoutLineBreaks()).contains(SampleOrder.key(1));
    }

    @Test
    void keeps_each_license_on_one_page() {
        SampleOrder order = anOrder();
        for (int line = 1; line <= 12; line++) order.withDataCenter();
        Pdf pdf = delivered(order);
        assertThat(pdf.pages()).hasSizeGreaterThan(1);
        for (int line = 1; line <= 12; line++) {
            String key = SampleOrder.key(line);
            assertThat(pdf.pages())
                    .filteredOn(page -> page.replaceAll("\\R", "").contains(key))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("S49")
    void is_refused_while_a_key_is_missing() {
        DeliveryNote note = anOrder().withDataCenter().deliveryNote();
        Entitlement withoutKey = new Entitlement(
                1, "jira", DATA_CENTER, 500, "SEN-1", null, null, null, note.issuedOn(), note.issuedOn());
        DeliveryNote incomplete = new DeliveryNote(
                note.orderId(),
                note.number(),
                note.issuedOn(),
                note.purchasedOn(),
                note.invoiceNumber(),
                note.order(),
                List.of(withoutKey));
        assertThatThrownBy(() -> documents.deliveryNote(incomplete)).hasMessageContaining("no key for line 1");
    }

    private Pdf delivered(SampleOrder order) {
        return Pdf.of(documents.deliveryNote(order.deliveryNote()));
    }
}
