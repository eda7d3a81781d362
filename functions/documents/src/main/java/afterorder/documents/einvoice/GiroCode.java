package afterorder.documents.einvoice;

import afterorder.order.Money;
import afterorder.order.billing.Invoice;
import afterorder.order.settings.Seller;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The code that banking apps scan to pay an invoice by SEPA credit transfer (EPC069-12, "GiroCode").
 *
 * @param text what it holds
 * @param modules its dark squares by row and column, without the light border of {@value #BORDER} squares that it needs
 */
public record GiroCode(String text, boolean[][] modules) {
    /** Light squares to be left free on each side. */
    public static final int BORDER = 4;

    private static final int LONGEST_NAME = 70;
    private static final int MOST_BYTES = 331;
    private static final int LARGEST_VERSION = 13;
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    /** None where the scheme knows no such transfer: in another currency than euro, or of an amount out of its bounds. */
    public static Optional<GiroCode> of(Invoice invoice, Seller seller) {
        Money total = invoice.totals().gross();
        return isTransferable(total) ? Optional.of(of(text(total, invoice.number(), seller))) : Optional.empty();
    }

    private static boolean isTransferable(Money total) {
        return total.currency().getCurrencyCode().equals("EUR")
                && total.amount().compareTo(LEAST) >= 0
                && total.amount().compareTo(MOST) <= 0;
    }

    /** Purpose and structured reference stay empty, and what follows the unstructured one is left out. */
    private static String text(Money total, String reference, Seller seller) {
        Seller.BankAccount account = seller.bankAccount();
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                account.bic(),
                shortened(seller.name()),
                account.iban(),
                "EUR" + total.amount().toPlainString(),
                "",
                "",
                reference);
    }

    private static String shortened(String name) {
        int[] codePoints = name.codePoints().limit(LONGEST_NAME).toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    private static GiroCode of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a GiroCode holds %d bytes, not %d".formatted(MOST_BYTES, bytes.length));
        }
        QrCode code = QrCode.encodeSegments(
                List.of(QrSegment.makeBytes(bytes)), QrCode.Ecc.MEDIUM, QrCode.MIN_VERSION, LARGEST_VERSION, -1, false);
        boolean[][] modules = new boolean[code.size][code.size];
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) modules[row][column] = code.getModule(column, row);
        }
        return new GiroCode(text, modules);
    }
}
