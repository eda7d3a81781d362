package afterorder.order.tax;

import afterorder.order.OrderId;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The row of an order that holds what is known of its customer's VAT ID: every confirmation, since each is the proof of an
 * invoice, the latest answer, and what the desk decided.
 *
 * @param proofs the oldest first
 */
public record VatIdRow(
        OrderId orderId,
        long version,
        List<Proof> proofs,
        @Nullable Decision decision) implements Row {

    public VatIdRow {
        proofs = List.copyOf(proofs);
    }

    /** What was asked when, and what was answered. */
    public record Proof(Instant at, VatIdQuestion question, VatIdAnswer.Definite answer) {
        boolean isConfirmation() {
            return answer instanceof VatIdAnswer.Confirmed;
        }
    }

    /** How the desk has the order taxed, and why, in its words. */
    public record Decision(Treatment treatment, String reason, Instant at) {}

    public static VatIdRow unasked(OrderId id) {
        return new VatIdRow(id, 0, List.of(), null);
    }

    @Override
    public RowKey key() {
        return RowKey.vatId(orderId);
    }

    @Override
    public VatIdRow withVersion(long version) {
        return new VatIdRow(orderId, version, proofs, decision);
    }

    /** A refutation is kept until the next answer, so that the row stays small however often is asked. */
    public VatIdRow with(Proof proof) {
        Stream<Proof> kept = proofs.stream().filter(Proof::isConfirmation);
        return new VatIdRow(
                orderId, version, Stream.concat(kept, Stream.of(proof)).toList(), decision);
    }

    public VatIdRow decided(Decision decision) {
        return new VatIdRow(orderId, version, proofs, decision);
    }

    /** What was answered last. */
    public Optional<Proof> latest() {
        return proofs.isEmpty() ? Optional.empty() : Optional.of(proofs.getLast());
    }

    /** How it stands, as it is shown. */
    public VatIdStatus status() {
        if (decision != null) return VatIdStatus.DECIDED;
        return latest().map(proof -> VatIdStatus.of(proof.answer())).orElse(VatIdStatus.NOT_ASKED);
    }

    /**
     * Whether that VAT ID is confirmed for a supply of that day: the ID must be valid when the supply is made, so an answer of
     * an earlier day proves nothing.
     */
    public boolean confirms(String vatId, LocalDate suppliedOn, Seller seller) {
        return latest().filter(Proof::isConfirmation)
                .filter(proof -> proof.question().vatId().equals(vatId))
                .filter(proof -> !seller.dateAt(proof.at()).isBefore(suppliedOn))
                .isPresent();
    }
}
