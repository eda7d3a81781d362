package afterorder.localcloud.mail;

import afterorder.localcloud.edge.Form;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under whose name a mail is to be sent.
 *
 * @param source the address that bounces go to
 * @param from the address of the header {@code From}
 */
public record Sender(String source, String from, Optional<String> configurationSet) {

    /**
     * Reads no more of a mail than its headers.
     *
     * @param operation {@code SendRawEmail} or {@code SendEmail}
     * @param body the parameters, as a form
     */
    public static Sender of(String operation, byte[] body) {
        Map<String, String> parameters = Form.parse(body);
        String named = address(parameters.getOrDefault("Source", ""));
        String from = operation.equals("SendRawEmail") ? from(parameters.getOrDefault("RawMessage.Data", "")) : named;
        String source = named.isEmpty() ? from : named;
        return new Sender(source, from, Optional.ofNullable(parameters.get("ConfigurationSetName")));
    }

    /** Empty for what is no mail, which the service refuses. */
    private static String from(String base64) {
        InputStream raw =
                Base64.getMimeDecoder().wrap(new ByteArrayInputStream(base64.getBytes(StandardCharsets.US_ASCII)));
        try {
            String header = new InternetHeaders(raw).getHeader("From", ", ");
            return header == null ? "" : address(header);
        } catch (MessagingException malformed) {
            return "";
        }
    }

    /** Without the name before it; what is no address as it is. */
    private static String address(String text) {
        try {
            return Stream.of(InternetAddress.parseHeader(text, false))
                    .map(Address::toString)
                    .map(Sender::bare)
                    .findFirst()
                    .orElse("");
        } catch (MessagingException malformed) {
            return text;
        }
    }

    private static String bare(String address) {
        int begin = address.lastIndexOf('<');
        return begin < 0 ? address : address.substring(begin + 1, address.length() - 1);
    }
}
