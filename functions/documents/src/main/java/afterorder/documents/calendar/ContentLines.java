package afterorder.documents.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Content lines (RFC 5545, 3.1): ended by CRLF, and folded so that none is longer than 75 octets, within no character. */
final class ContentLines {
    private static final int LONGEST = 75;

    private final StringBuilder written = new StringBuilder();

    /** @param line a property with its parameters and its value, without line breaks */
    ContentLines line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            int size = octets(letter);
            if (octets + size > LONGEST) {
                written.append("\r\n ");
                octets = 1;
            }
            written.appendCodePoint(letter);
            octets += size;
            at += Character.charCount(letter);
        }
        written.append("\r\n");
        return this;
    }

    byte[] bytes() {
        return written.toString().getBytes(UTF_8);
    }

    private static int octets(int letter) {
        if (letter < 0x80) return 1;
        if (letter < 0x800) return 2;
        return letter < 0x10000 ? 3 : 4;
    }
}
