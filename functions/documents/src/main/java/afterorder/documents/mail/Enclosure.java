package afterorder.documents.mail;

/** A file that goes with a mail. @param name as it is saved, in ASCII @param mediaType such as application/pdf */
public record Enclosure(String name, String mediaType, byte[] content) {
    /** Of a line of base64 with its end. */
    private static final int LINE = 78;

    private static final int BYTES_OF_A_LINE = 57;

    /** As base64, in lines. */
    int bytesInMail() {
        return Math.ceilDiv(content.length, BYTES_OF_A_LINE) * LINE;
    }
}
