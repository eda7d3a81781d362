package afterorder.documents.einvoice;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Totals;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S44")
class GiroCodeTest {

    @Test
    void holds_all_that_a_transfer_needs() {
        assertThat(code(example()).text()).isEqualTo("""
                        BCD
                        002
                        1
                        SCT
                        BYLADEM1001
                        Muster Solutions GmbH
                        DE02120300000000202051
                        EUR63546.00


                        R-2026-00017""");
    }

    @Test
    void is_read_by_a_scanner_with_error_correction_m() throws Exception {
        GiroCode code = code(example());
        DecoderResult read = new Decoder().decode(BitMatrix.parse(code.modules()));
        assertThat(read.getText()).isEqualTo(code.text());
        assertThat(read.getECLevel()).isEqualTo("M");
        assertThat(code.modules().length).isLessThanOrEqualTo(17 + 4 * 13);
    }

    @Test
    void is_read_though_a_corner_of_its_data_is_stained() throws Exception {
        boolean[][] modules = code(example()).modules();
        int size = modules.length;
        for (int row = size - 5; row < size; row++) {
            for (int column = size - 5; column < size; column++) modules[row][column] = true;
        }
        assertThat(new Decoder().decode(BitMatrix.parse(modules)).getText()).endsWith("R-2026-00017");
    }

    @Test
    void is_only_for_euro_and_for_what_is_to_be_paid() {
        Invoice francs = inCurrency(example().invoice(), "CHF");
        assertThat(GiroCode.of(francs, Settings.seller())).isEmpty();
        assertThat(GiroCode.of(anOrder().invoice(), Settings.seller())).isEmpty();
    }

    private static GiroCode code(SampleOrder order) {
        return GiroCode.of(order.invoice(), Settings.seller()).orElseThrow();
    }

    private static Invoice inCurrency(Invoice invoice, String currency) {
        Totals totals = Totals.of(
                List.copyOf(invoice.lines().values()), invoice.totals().tax(), Currency.getInstance(currency));
        return new Invoice(
                invoice.orderId(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.purchasedOn(),
                invoice.deliveryNoteNumber(),
                invoice.order(),
                invoice.lines(),
                invoice.periods(),
                totals,
                Optional.empty());
    }
}
