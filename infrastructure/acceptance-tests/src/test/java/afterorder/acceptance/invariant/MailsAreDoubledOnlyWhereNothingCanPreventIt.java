package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.Letter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same mail comes once; once more for each fault that struck a sender between SES's acceptance and the record of it, and
 * only then. Mails are the same when reader, subject and words are; links differ with each try. What comes again on purpose
 * is not counted: reminders, escalations, what is parked again after a retry, and new links, which their reader asked for.
 * Of these {@code crash} tells how many there must be.
 */
final class MailsAreDoubledOnlyWhereNothingCanPreventIt implements Invariant {

    private static final Pattern COMES_AGAIN = Pattern.compile(
            "(?i)erinnerung|reminder|neuer link|new link|überfällig|overdue|wartet zu lange|waits too long"
                    + "|zu kaufen|to be purchased|angehalten|parked");

    private record Content(List<String> to, String subject, String text) {
        static Content of(Letter letter) {
            return new Content(
                    letter.to(), letter.subject(), letter.text().replaceAll("/[dte]/[A-Za-z0-9_-]+", "/a link"));
        }
    }

    @Override
    public Stream<String> violations(World world) {
        Map<Content, Long> counts = world.mails().stream()
                .filter(mail -> !COMES_AGAIN.matcher(mail.subject()).find())
                .map(Content::of)
                .collect(Collectors.groupingBy(mail -> mail, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(mail -> mail.getValue() > 1 + excuses(mail.getKey().subject(), world))
                .map(mail -> "%d times to %s: %s"
                        .formatted(
                                mail.getValue(),
                                mail.getKey().to(),
                                mail.getKey().subject()));
    }

    private static long excuses(String subject, World world) {
        return world.strikes().stream()
                .map(strike -> strike.path("unrecordedMailsOf").asText())
                .filter(order -> !order.isEmpty() && subject.contains(order))
                .count();
    }
}
