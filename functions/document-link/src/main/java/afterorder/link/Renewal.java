package afterorder.link;

import afterorder.aws.Messages;
import afterorder.aws.Rows;
import afterorder.order.confirmation.DocumentLinks;
import java.time.Instant;
import java.util.List;

/**
 * Asks for a new link in place of one that has expired: the order's row owes the mail, and the link's row counts it, in one
 * transaction. What cannot be granted is passed over in silence, as an answer would tell a guesser something.
 */
final class Renewal {
    private final Rows rows;

    Renewal(Rows rows) {
        this.rows = rows;
    }

    void ask(String token, Instant now) {
        Messages.untilUndisturbed(() -> KnownLink.find(rows, token)
                .filter(known -> known.at(now) == KnownLink.State.EXPIRED)
                .ifPresent(known -> owe(known, now)));
    }

    private void owe(KnownLink known, Instant now) {
        known.link().renewed(now).ifPresent(counted -> known.order()
                .flatMap(order -> DocumentLinks.renewed(order, known.document(), now))
                .ifPresent(owing -> rows.saveTogether(List.of(owing, counted))));
    }
}
