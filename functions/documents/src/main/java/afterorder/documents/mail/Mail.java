package afterorder.documents.mail;

import afterorder.order.Email;
import java.util.regex.Pattern;

/** A mail to a customer, the same in text and HTML. */
public record Mail(Email to, String subject, String text, String html) {

    /** What turns the direction of writing, up to the end of a paragraph of ours. Letters bring their direction with them. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /** A subject is one line: what a customer wrote into an order's number can begin no other header. */
    public Mail {
        subject = oneLine(subject);
        text = TURNS.matcher(text).replaceAll("");
        html = TURNS.matcher(html).replaceAll("");
    }

    /** The mail as SES takes it. The same mail gives the same bytes. */
    public byte[] mime(Envelope envelope) {
        return MimeMail.bytes(this, envelope);
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cf}]+", " ").strip();
    }
}
