package afterorder.documents.mail;

import afterorder.documents.calendar.CalendarMessage;

/** A file that goes with a mail. @param name as it is saved, in ASCII @param mediaType such as application/pdf */
public record Enclosure(String name, String mediaType, byte[] content) {
    /** Of a line of base64 with its end. */
    private static final int LINE = 78;

    private static final int BYTES_OF_A_LINE = 57;

    /** For programs that find calendar messages among the files only, and for people who save them. */
    static Enclosure of(CalendarMessage message) {
        String name =
                switch (message.method()) {
                    case REQUEST -> "invite.ics";
                    case CANCEL -> "cancel.ics";
                };
        return new Enclosure(name, "application/ics; method=" + message.method(), message.bytes());
    }

    /** As base64, in lines. */
    int bytesInMail() {
        return Math.ceilDiv(content.length, BYTES_OF_A_LINE) * LINE;
    }
}
