package afterorder.acceptance.crash;

import afterorder.acceptance.invariant.WorldRow;
import afterorder.acceptance.shop.Letter;
import java.util.List;
import java.util.Map;

/**
 * How one order stands, as the table and the mailbox show it. Looking calls no function, so it disturbs no count of calls.
 *
 * @param rows by their part
 * @param mails about this order
 */
record Sight(Map<String, WorldRow> rows, List<Letter> mails) {

    /** The text at that place of a row; empty when there is no such row or place. @param pointer RFC 6901 */
    String at(String part, String pointer) {
        return rows.containsKey(part) ? rows.get(part).at(pointer) : "";
    }

    String status(String part) {
        return at(part, "/status");
    }

    boolean isConfirmed() {
        return at("order", "/confirmation/status").equals("sent");
    }

    List<Letter> mailsTo(String reader) {
        return mails.stream().filter(mail -> mail.to().contains(reader)).toList();
    }

    /** Whether there is a mail whose subject has that word, however often it came. */
    boolean hasMail(String word) {
        return mails.stream().anyMatch(mail -> mail.subject().contains(word));
    }

    /** Whether something of it waits for staff, who have been told so: what is decided sooner is never told. */
    boolean isParked() {
        return rows.values().stream()
                .map(WorldRow::data)
                .anyMatch(row -> !row.at("/progress/parked").isMissingNode()
                        && row.at("/progress/outbox/notices").isEmpty());
    }

    /** Grows with every change of the order. */
    long version() {
        return rows.values().stream()
                        .mapToLong(row -> row.data().path("version").asLong())
                        .sum()
                + mails.size();
    }
}
