package afterorder.order.service;

import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.service.EngagementRow.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The work is closed, its record is issued, and the customer signs it off, or does not (S26). */
public final class Recording {
    private Recording() {}

    /** The work is done: a record of it is issued. */
    public static Change closed(EngagementRow row, Instant now) {
        if (row.status() == Status.CLOSED || row.status() == Status.DONE) return new Change.Unchanged(row);
        Optional<Obstacle> obstacle = Underway.obstacle(row);
        if (obstacle.isPresent()) return Change.refused(row, obstacle.get());
        if (row.dates().open().isPresent()) return Change.refused(row, Obstacle.PROPOSAL_OPEN);
        if (row.dates().ahead(now).findAny().isPresent()) return Change.refused(row, Obstacle.APPOINTMENTS_AHEAD);
        if (row.performance().entries().isEmpty()) return Change.refused(row, Obstacle.NO_WORK);
        Progress closed = row.progress().advancing().noted("closed", now).awaiting(Deadline.NEXT_ATTEMPT, now);
        return Change.changed(row.moved(Status.CLOSED, row.agreement(), row.performance(), closed, now));
    }

    /** The record has its number and date: the first write, before anything is made. */
    public static EngagementRow numbered(EngagementRow row, RecordIssue issue, Instant now) {
        Progress going = row.progress().awaiting(Deadline.RECORDING, now.plus(EngagementRow.LONGEST_STEP));
        return row.with(row.performance().with(issue), going);
    }

    /** Written before the mail is sent: this attempt sends it, and no repetition of it. */
    public static EngagementRow mailing(EngagementRow row, Instant now) {
        return numbered(row, issue(row).mailingIn(row.progress().attempt()), now);
    }

    /** The customer has the record. @param missing letters of it that no typeface has */
    public static EngagementRow sent(EngagementRow row, List<String> missing, Instant now) {
        RecordIssue sent = issue(row).sent(now);
        Progress told = row.progress()
                .unparked()
                .advancing()
                .awaitingNothing()
                .noted(sent.number() + " sent", now)
                .documented(sent.number(), missing, now);
        return row.moved(row.status(), row.agreement(), row.performance().with(sent), told, now);
    }

    /** @param record its number, as the customer saw it @param by the name of who signs */
    public static Change signedOff(EngagementRow row, String record, String by, Instant now) {
        boolean isSigned = row.status() == Status.DONE && issue(row).number().equals(record);
        if (isSigned) return new Change.Unchanged(row);
        if (!isPresented(row, record)) return Change.refused(row, Obstacle.NO_RECORD);
        EngagementRow done = row.ended(Status.DONE, record + " signed off", now);
        Progress told = done.progress().owing(new ServiceNotice.SignedOff(), now);
        return Change.changed(done.with(done.performance().with(new SignOff(by, now)), told));
    }

    /** The customer does not agree: the team looks at its work again, and issues another record. */
    public static Change objected(EngagementRow row, String record, String reason, Instant now) {
        String objected = record + " is not agreed with";
        boolean isRepeated =
                row.progress().history().stream().anyMatch(entry -> entry.what().equals(objected));
        if (isRepeated) return new Change.Unchanged(row);
        if (!isPresented(row, record)) return Change.refused(row, Obstacle.NO_RECORD);
        Progress told = row.progress().noted(objected, now).owing(new ServiceNotice.Objected(record, reason), now);
        Performance reopened = row.performance().with((RecordIssue) null);
        return Change.changed(row.moved(Status.CONTACTED, row.agreement(), reopened, told, now));
    }

    private static boolean isPresented(EngagementRow row, String record) {
        return row.status() == Status.CLOSED
                && row.isRecordSent()
                && issue(row).number().equals(record);
    }

    private static RecordIssue issue(EngagementRow row) {
        return Objects.requireNonNull(row.performance().issue(), "the record has no number yet");
    }
}
