package afterorder.localcloud.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that SES accepted.
 *
 * @param id as SES answered it
 * @param at moved time
 * @param from the verified sender
 * @param to whom it was delivered to, also blind copies
 * @param raw the MIME text, with the Message-ID and the date of SES
 */
public record Mail(String id, Instant at, String from, List<String> to, String subject, String raw) {}
