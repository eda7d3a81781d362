package afterorder.order.notice;

import afterorder.order.Email;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.row.Progress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sending of a row's first notice makes of the row. */
public final class Delivery {
    private Delivery() {}

    /**
     * The notice is sent, or settled: it is written off.
     *
     * @param current the row's progress as it is now
     * @param claim the outbox under which it was sent
     * @return nothing when somebody else has written it off, or is sending it anew
     */
    public static Optional<Progress> done(Progress current, Outbox claim) {
        return current.outbox().stillOwes(claim) ? Optional.of(current.notified()) : Optional.empty();
    }

    /** The mail will never be taken: it is written off, and staff owes its reader another way of telling. */
    public static Optional<Progress> refused(Progress current, Outbox claim, Statement reason, Instant now) {
        return done(current, claim).map(progress -> untold(progress, claim.first(), "refused", reason, now));
    }

    /** Everybody who tried to send the first notice died: it is written off as one that was refused is. */
    public static Progress givenUp(Progress current, Instant now) {
        Outbox outbox = current.outbox();
        return untold(current.notified(), outbox.first(), "given up", Phrase.MAIL_UNSENT.with(outbox.fruitless()), now);
    }

    private static Progress untold(Progress progress, Notice notice, String what, Statement reason, Instant now) {
        Progress noted = progress.noted("the mail " + notice.kind() + " was " + what, now);
        if (notice.reader().isStaff()) return noted;
        return noted.owing(new Notice.Undelivered(notice.kind(), reason, named(notice)), now);
    }

    /** Whom a notice itself names as its reader. */
    private static @Nullable Email named(Notice notice) {
        return switch (notice) {
            case Notice.NewLink link -> link.document().reader();
            case Notice.Redelivered redelivered -> redelivered.document().reader();
            default -> null;
        };
    }
}
