package afterorder.localcloud.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail as it is handed to SES, before its rules are applied: the message, its sender and its recipients. */
record Mailing(MimeMessage message, String source, List<String> destinations) {

    /** Of {@code SendRawEmail}: sender and recipients are those of the headers, unless the parameters name others. */
    static Mailing raw(byte[] data, Map<String, String> parameters) throws MessagingException {
        MimeMessage message = new MimeMessage(session(), new ByteArrayInputStream(data));
        List<String> named = members(parameters, "Destinations");
        List<String> recipients = named.isEmpty()
                ? Stream.of("To", "Cc", "Bcc")
                        .flatMap(header -> addresses(message, header))
                        .toList()
                : named;
        String source = parameters.getOrDefault(
                "Source", addresses(message, "From").findFirst().orElse(""));
        return new Mailing(message, source, recipients);
    }

    /** Of {@code SendEmail}: SES makes the message. */
    static Mailing composed(Map<String, String> parameters) throws MessagingException {
        List<String> to = members(parameters, "Destination.ToAddresses");
        List<String> cc = members(parameters, "Destination.CcAddresses");
        MimeMessage message = new MimeMessage(session());
        message.setHeader("From", line(parameters.getOrDefault("Source", "")));
        if (!to.isEmpty()) message.setHeader("To", String.join(", ", to));
        if (!cc.isEmpty()) message.setHeader("Cc", String.join(", ", cc));
        List<String> replies = members(parameters, "ReplyToAddresses");
        if (!replies.isEmpty()) message.setHeader("Reply-To", String.join(", ", replies));
        message.setSubject(line(parameters.getOrDefault("Message.Subject.Data", "")), "UTF-8");
        setBody(message, parameters.get("Message.Body.Text.Data"), parameters.get("Message.Body.Html.Data"));
        message.saveChanges();
        List<String> blind = members(parameters, "Destination.BccAddresses");
        List<String> all = Stream.of(to, cc, blind).flatMap(List::stream).toList();
        return new Mailing(message, parameters.getOrDefault("Source", ""), all);
    }

    String header(String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : value;
        } catch (MessagingException malformed) {
            throw new IllegalStateException("a parsed message has readable headers", malformed);
        }
    }

    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException malformed) {
            throw new IllegalStateException("a parsed message can be written", malformed);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A line break in a header would begin another header. */
    private static String line(String value) {
        if (value.contains("\r") || value.contains("\n")) {
            throw SesErrors.invalid("A header must not contain line breaks: " + value);
        }
        return value;
    }

    private static void setBody(MimeMessage message, @Nullable String text, @Nullable String html)
            throws MessagingException {
        if (html == null) {
            message.setText(text == null ? "" : text, "UTF-8");
        } else if (text == null) {
            message.setText(html, "UTF-8", "html");
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            MimeBodyPart rich = new MimeBodyPart();
            rich.setText(html, "UTF-8", "html");
            message.setContent(new MimeMultipart("alternative", plain, rich));
        }
    }

    private static Stream<String> addresses(MimeMessage message, String header) {
        try {
            String value = message.getHeader(header, ", ");
            if (value == null) return Stream.empty();
            return Stream.of(InternetAddress.parseHeader(value, false)).map(Address::toString);
        } catch (MessagingException malformed) {
            throw SesErrors.invalid("Missing final '@domain'");
        }
    }

    /** A list in the query protocol: {@code list.member.1}, {@code list.member.2}... */
    static List<String> members(Map<String, String> parameters, String list) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> parameters.get(list + ".member." + number))
                .takeWhile(value -> value != null)
                .map(Mailing::line)
                .toList();
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }
}
