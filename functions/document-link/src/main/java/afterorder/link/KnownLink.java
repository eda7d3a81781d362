package afterorder.link;

import afterorder.aws.Rows;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * A link to a document that was mailed once.
 *
 * @param order its row says whether the link was revoked; a customer's export belongs to none
 */
record KnownLink(MailedLink link, Target.Document document, Optional<OrderRow> order) {

    /** What a link is worth. */
    enum State {
        OPEN,
        EXPIRED,
        /** Also of a link that has expired and is not to be renewed: staff alone makes new ones then. */
        REVOKED
    }

    /** Empty for what never was, or leads elsewhere. */
    static Optional<KnownLink> find(Rows rows, String token) {
        return rows.link(token)
                .filter(link -> link.target() instanceof Target.Document)
                .map(link -> new KnownLink(link, (Target.Document) link.target(), rows.order(link.orderId())));
    }

    State at(Instant now) {
        if (order.isPresent() && order.get().hasRevoked(document.number(), link.madeAt())) return State.REVOKED;
        if (link.isOpenAt(now)) return State.OPEN;
        return order.isPresent() ? State.EXPIRED : State.REVOKED;
    }
}
