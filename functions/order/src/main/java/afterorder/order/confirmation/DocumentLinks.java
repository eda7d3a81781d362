package afterorder.order.confirmation;

import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What becomes of the links to an order's documents: the order's row says which are void, and owes new ones. */
public final class DocumentLinks {
    private DocumentLinks() {}

    /**
     * Every link to that document that was made until now is void; one that is mailed later is not. Said again, it holds
     * for what was mailed since, too.
     *
     * @param number of the document
     */
    public static OrderRow revoked(OrderRow row, String number, String reason, Instant now) {
        if (row.hasRevoked(number, now)) return row;
        Map<String, Instant> revocations = new HashMap<>(row.revocations());
        revocations.put(number, now);
        return row.withRevocations(
                revocations, row.progress().noted("links to " + number + " revoked: " + reason, now));
    }

    /** Owes the document's reader a new link; empty when one is owed already, or too much else is. */
    public static Optional<OrderRow> renewed(OrderRow row, Target.Document mailed, Instant now) {
        Target.Document document = mailed.readBy(row.amendments().inUse(mailed.reader()));
        Progress progress = row.progress();
        if (progress.owesMuch() || isOwed(row, document)) return Optional.empty();
        Progress owing = progress.owing(new Notice.NewLink(document, now), now)
                .noted("a new link to " + document.number() + " was asked for", now);
        return Optional.of(row.withProgress(owing));
    }

    private static boolean isOwed(OrderRow row, Target.Document document) {
        return row.progress().outbox().notices().stream()
                .anyMatch(notice -> notice instanceof Notice.NewLink link
                        && link.document().equals(document)
                        && !row.hasSettled(link));
    }
}
