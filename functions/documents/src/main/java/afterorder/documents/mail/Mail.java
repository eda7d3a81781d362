package afterorder.documents.mail;

import afterorder.order.Email;

/** A mail to a customer, the same in text and HTML. */
public record Mail(Email to, String subject, String text, String html) {

    /** A subject is one line: what a customer wrote into an order's number can begin no other header. */
    public Mail {
        subject = oneLine(subject);
    }

    /** The mail as SES takes it. The same mail gives the same bytes. */
    public byte[] mime(Envelope envelope) {
        return MimeMail.bytes(this, envelope);
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cf}]+", " ").strip();
    }
}
