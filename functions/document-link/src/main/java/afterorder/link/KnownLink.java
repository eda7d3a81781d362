package afterorder.link;

import afterorder.aws.Rows;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import java.time.Instant;
import java.util.Optional;

/** A link to a document that was mailed once, and its order's row, which says whether it was revoked. */
record KnownLink(MailedLink link, Target.Document document, OrderRow order) {

    /** What a link is worth. */
    enum State {
        OPEN,
        EXPIRED,
        /** Also of a link that has expired besides: staff alone mails new ones then. */
        REVOKED
    }

    /** Empty for what never was, or leads elsewhere. */
    static Optional<KnownLink> find(Rows rows, String token) {
        return rows.link(token)
                .filter(link -> link.target() instanceof Target.Document)
                .flatMap(link -> rows.order(link.orderId())
                        .map(order -> new KnownLink(link, (Target.Document) link.target(), order)));
    }

    State at(Instant now) {
        if (order.hasRevoked(document.number(), link.madeAt())) return State.REVOKED;
        return link.isOpenAt(now) ? State.OPEN : State.EXPIRED;
    }
}
