package afterorder.localcloud.page;

import afterorder.localcloud.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient reads it.
 *
 * @param html the part that is shown, where it has one
 * @param text the part for readers without HTML; empty where it has none
 */
record MailText(Mail mail, String from, Optional<String> html, String text, List<Attachment> attachments) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");

    record Attachment(String name, String type) {}

    /** A piece of text, or a link in it. */
    record Piece(String text, boolean isLink) {}

    static MailText of(Mail mail) {
        try {
            byte[] raw = mail.raw().getBytes(StandardCharsets.UTF_8);
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            Reading reading = new Reading();
            reading.read(message);
            return new MailText(
                    mail,
                    message.getFrom()[0].toString(),
                    Optional.ofNullable(reading.html),
                    reading.text,
                    reading.attachments);
        } catch (MessagingException malformed) {
            throw new IllegalStateException("the mail " + mail.id() + " cannot be read", malformed);
        } catch (IOException failure) {
            throw new UncheckedIOException("the mail " + mail.id() + " cannot be read", failure);
        }
    }

    boolean mentions(String word) {
        return text.contains(word) || html.orElse("").contains(word);
    }

    /** For a frame: its links open beside the page. */
    Optional<String> framed() {
        String base = "<base target=\"_blank\">";
        return html.map(source -> {
            Matcher head = HEAD.matcher(source);
            return head.find()
                    ? head.replaceFirst(found -> Matcher.quoteReplacement(found.group() + base))
                    : base + source;
        });
    }

    /** The text with its links apart. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            pieces.add(new Piece(text.substring(end, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            end = link.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    /** Goes through the parts, and takes the first of each kind. */
    private static final class Reading {
        private @Nullable String html;
        private String text = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) read(parts.getBodyPart(i));
            } else if (part.getFileName() != null || Part.ATTACHMENT.equals(part.getDisposition())) {
                attachments.add(attachment(part));
            } else if (part.isMimeType("text/html") && html == null) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain") && text.isEmpty()) {
                text = part.getContent().toString();
            } else {
                attachments.add(attachment(part));
            }
        }

        private static Attachment attachment(Part part) throws MessagingException {
            String type = part.getContentType().split(";", 2)[0];
            return new Attachment(Optional.ofNullable(part.getFileName()).orElse("without a name"), type);
        }
    }
}
