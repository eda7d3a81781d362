package afterorder.order.feedback;

import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Notice.Reader;
import afterorder.order.row.Progress;
import afterorder.order.row.WorkedRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a mail that came back, or whose reader complained. The row that sent it notes that, and staff is told.
 *
 * <p>Where the customer named an address beside its own (for documents, for services), its own takes the place of one that is
 * of no use: later mails go there, and so does what the mail said, unless it was read. The customer's own address has none
 * that could stand for it, and neither has the technical contact's, since only that person can verify the account: there
 * staff has to call. A mail to staff that came back is noted only; who watches the logs hears of it.
 */
public final class FeedbackSteps {
    private FeedbackSteps() {}

    /**
     * @param placed the order's row
     * @param order as it was placed
     * @param row that sent the mail; the order's row itself, or another
     * @return the rows that are to be written, together; none when the feedback says nothing new
     */
    public static List<WorkedRow> taken(OrderRow placed, Order order, WorkedRow row, Feedback feedback, Instant now) {
        if (isKnown(row, feedback)) return List.of();
        Optional<Email> other = other(placed, order, feedback);
        OrderRow amended =
                other.map(use -> amended(placed, feedback.to(), use, now)).orElse(placed);
        WorkedRow sender = row.key().equals(placed.key()) ? amended : row;
        List<Notice> again = other.filter(use -> feedback.what() == Feedback.What.BOUNCED)
                .map(use -> again(sender, amended.asItStands(order), feedback, use, now))
                .orElse(List.of());
        boolean isRead = feedback.what() == Feedback.What.COMPLAINED;
        Email instead = isRead || !again.isEmpty() ? other.orElse(null) : null;
        WorkedRow noted = noted(sender, feedback, instead, now);
        return noted.key().equals(placed.key())
                ? List.of(owing(noted, again, now))
                : changed(placed, amended, noted, again, now);
    }

    /** Links to documents are the order's to mail, whatever row sent them; any other notice is its row's. */
    private static List<WorkedRow> changed(
            OrderRow placed, OrderRow amended, WorkedRow noted, List<Notice> again, Instant now) {
        Map<Boolean, List<Notice>> ofOrder =
                again.stream().collect(Collectors.partitioningBy(notice -> notice instanceof Notice.Redelivered));
        WorkedRow order = owing(amended, ofOrder.get(true), now);
        WorkedRow sender = owing(noted, ofOrder.get(false), now);
        return order.equals(placed) ? List.of(sender) : List.of(order, sender);
    }

    /** Of a mail that belongs to no order, and went to staff. */
    public static List<WorkedRow> taken(WorkedRow row, Feedback feedback, Instant now) {
        return isKnown(row, feedback) ? List.of() : List.of(noted(row, feedback, null, now));
    }

    private static boolean isKnown(WorkedRow row, Feedback feedback) {
        return row.progress().returned().stream().anyMatch(known -> known.covers(feedback));
    }

    /** The address to use instead of one that is of no use; empty where there is none. */
    private static Optional<Email> other(OrderRow placed, Order order, Feedback feedback) {
        Reader reader = feedback.mail().reader();
        if (!feedback.what().endsAddress() || reader.isStaff() || reader == Reader.TECHNICAL_CONTACT)
            return Optional.empty();
        Email inUse = placed.amendments().inUse(feedback.to());
        Email other = inUse.equals(feedback.to())
                ? placed.asItStands(order).customer().email()
                : inUse;
        return Optional.of(other).filter(address -> !address.equals(feedback.to()));
    }

    private static OrderRow amended(OrderRow placed, Email to, Email use, Instant now) {
        return placed.amendments().inUse(to).equals(use) ? placed : placed.withAddress(to, use, now);
    }

    /** What says again, to the other address, what the mail said; documents are linked. */
    private static List<Notice> again(WorkedRow row, Order order, Feedback feedback, Email use, Instant now) {
        Optional<OrderMail> mail = OrderMail.of(feedback.mail().kind());
        if (mail.isEmpty())
            return row.progress().outbox().notice(feedback.mail().number()).map(notice -> notice.readBy(use)).stream()
                    .toList();
        List<Target.Document> documents = MailedDocuments.of(mail.get(), row, order, use);
        return documents.stream()
                .<Notice>map(document -> new Notice.Redelivered(document, now))
                .toList();
    }

    private static WorkedRow noted(WorkedRow row, Feedback feedback, @Nullable Email instead, Instant now) {
        Progress noted = row.progress()
                .returned(Returned.of(feedback, instead, now))
                .noted("the mail " + feedback.mail().kind() + " " + words(feedback.what()), now);
        boolean isForStaff =
                feedback.what().isForStaff() && !feedback.mail().reader().isStaff();
        Notice told =
                new Notice.Returned(feedback.mail().kind(), feedback.what(), feedback.reason(), feedback.to(), instead);
        return row.withProgress(isForStaff ? noted.owing(told, now) : noted);
    }

    private static String words(Feedback.What what) {
        return switch (what) {
            case BOUNCED -> "came back: its address is of no use";
            case NOT_DELIVERED -> "did not arrive";
            case UNCERTAIN -> "was answered by a machine, or did not arrive";
            case COMPLAINED -> "was marked as spam";
        };
    }

    private static WorkedRow owing(WorkedRow row, List<Notice> notices, Instant now) {
        Progress progress = row.progress();
        for (Notice notice : notices) progress = progress.owing(notice, now);
        return row.withProgress(progress);
    }
}
