package afterorder.acceptance.shop;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mail as its reader sees it. @param at when SES took it, moved time */
public record Letter(Instant at, String subject, List<String> to, String raw) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/[dte]/[A-Za-z0-9_-]+");

    public String text() {
        return part("text/plain");
    }

    public String html() {
        return part("text/html");
    }

    /** The links of the text part that lead to a document, a task of the desk or an engagement, in their order. */
    public List<String> links() {
        return LINK.matcher(text()).results().map(MatchResult::group).distinct().toList();
    }

    /** The invitation that mail programs show, unfolded (RFC 5545, 3.1); empty when there is none. */
    public String calendar() {
        return read(message -> Optional.ofNullable(find(message, "text/calendar"))
                .map(text -> text.replace("\r\n ", ""))
                .orElse(""));
    }

    /** The files that are enclosed, by their names. */
    public Map<String, byte[]> files() {
        return read(message -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            if (!(message.getContent() instanceof Multipart parts)) return files;
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart part = parts.getBodyPart(index);
                if (part.getFileName() != null) {
                    files.put(part.getFileName(), part.getInputStream().readAllBytes());
                }
            }
            return files;
        });
    }

    /** All that is in it: as it was sent, and as it is read. */
    public String whole() {
        return String.join("\n", raw, subject, text(), html());
    }

    /** A header, unfolded; empty when the mail has none of that name. */
    public String header(String name) {
        return read(message -> {
            String value = message.getHeader(name, null);
            return value == null ? "" : MimeUtility.unfold(value).strip();
        });
    }

    private String part(String type) {
        return read(message -> {
            String found = find(message, type);
            if (found == null) throw new IllegalStateException("the mail has no " + type + " part");
            return found;
        });
    }

    private interface Reading<T> {
        T of(MimeMessage message) throws MessagingException, IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.of(new MimeMessage(null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException broken) {
            throw new IllegalStateException("not a mail: " + raw, broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Also of a type that nothing makes text of. */
    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof InputStream bytes
                ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                : (String) part.getContent();
    }

    private static @org.jspecify.annotations.Nullable String find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) return text(part);
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                String found = find(inner, type);
                if (found != null) return found;
            }
        }
        return null;
    }
}
