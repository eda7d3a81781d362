package afterorder.order.feedback;

import afterorder.order.notice.Notice;
import afterorder.order.notice.Notice.Reader;
import afterorder.order.notice.Outbox;
import afterorder.order.row.RowKey;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which mail of which row: the mail service is told it with each mail, and says it again with whatever it has to say of that
 * mail. So a word about a mail finds its row also when the row never learned that the mail was taken. It names nobody.
 *
 * @param kind of an {@link OrderMail} or of a notice
 * @param number counts the row's notices from 1; 0 for a mail that is none
 */
public record MailId(RowKey row, String kind, int number, Reader reader) {
    private static final String ORDER = "order";
    private static final String PART = "part";
    private static final String KIND = "mail";
    private static final String NUMBER = "number";
    private static final String READER = "reader";

    public static MailId of(RowKey row, OrderMail mail) {
        return new MailId(row, mail.code(), 0, mail.reader());
    }

    /** Of the first notice that a row owes. */
    public static MailId of(RowKey row, Outbox outbox) {
        Notice notice = outbox.first();
        return new MailId(row, notice.kind(), outbox.done() + 1, notice.reader());
    }

    /** As names and values of ASCII letters, digits, hyphens and underscores, as SES wants its tags. */
    public Map<String, String> tags() {
        return Map.of(
                ORDER, row.orderId(),
                PART, row.part(),
                KIND, kind,
                NUMBER, Integer.toString(number),
                READER, reader.name().toLowerCase(Locale.ROOT));
    }

    /** @throws IllegalArgumentException when these are not the tags of a mail of ours */
    public static MailId read(Map<String, String> tags) {
        if (!tags.keySet().containsAll(Set.of(ORDER, PART, KIND, NUMBER, READER)))
            throw new IllegalArgumentException("no mail of ours has the tags " + tags.keySet());
        return new MailId(
                new RowKey(value(tags, ORDER), value(tags, PART)),
                value(tags, KIND),
                Integer.parseInt(value(tags, NUMBER)),
                Reader.valueOf(value(tags, READER).toUpperCase(Locale.ROOT)));
    }

    private static String value(Map<String, String> tags, String name) {
        return Objects.requireNonNull(tags.get(name));
    }
}
