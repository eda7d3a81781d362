package afterorder.documents.calendar;

import afterorder.order.Email;
import java.util.regex.Pattern;

/**
 * What people wrote as values of RFC 5545: nothing in them can begin another line, property or parameter. Line breaks of any
 * kind are one kind, and tabs are spaces; other control characters, what turns the direction of writing, and space around it
 * are left out.
 */
final class Value {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern ESCAPED = Pattern.compile("[\\\\;,]");
    private static final Pattern QUOTED = Pattern.compile("[^A-Za-z0-9/_+-]");
    /** Of the characters that an address may have ({@link Email}), those that a link (RFC 6068, 2) has percent-encoded. */
    private static final Pattern ENCODED = Pattern.compile("[%#&/=?^`{|}]");

    private Value() {}

    /** Text (3.3.11), in paragraphs. */
    static String text(String text) {
        return ESCAPED.matcher(clean(text)).replaceAll("\\\\$0").replace("\n", "\\n");
    }

    /** Text (3.3.11), in one line. */
    static String line(String text) {
        return text(oneLine(text));
    }

    /**
     * Of a parameter (3.2), which can hold no quote. The escapes that RFC 6868 has for it are shown as they are by some
     * programs, and others take a backslash for one: of all three there are similar characters.
     */
    static String parameter(String text) {
        String value = oneLine(text).replace('"', '\'').replace('\\', '/').replace('^', 'ˆ');
        return QUOTED.matcher(value).find() ? '"' + value + '"' : value;
    }

    /** An address as a link (RFC 6068). */
    static String mailto(Email email) {
        return "mailto:"
                + ENCODED.matcher(email.address()).replaceAll(sign -> "%%%02X"
                        .formatted((int) sign.group().charAt(0)));
    }

    private static String oneLine(String text) {
        return clean(text).replaceAll("[\\n ]+", " ");
    }

    private static String clean(String text) {
        String lines = LINE_BREAK.matcher(text).replaceAll("\n").replace('\t', ' ');
        return UNWANTED.matcher(lines).replaceAll("").strip();
    }
}
