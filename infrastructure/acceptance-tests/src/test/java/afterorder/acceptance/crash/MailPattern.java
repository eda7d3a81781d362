package afterorder.acceptance.crash;

import afterorder.acceptance.shop.Letter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which mails an order brings about, whatever its numbers and addresses are, and how many of each. */
record MailPattern(Map<String, Integer> counts) {
    /** As many as come. */
    static final MailPattern ANY = new MailPattern(Map.of());

    /** A team is reminded when time passes and it does nothing, which a wave's jumps decide, not the order. */
    private static final String IDLE = "es geht nicht weiter";

    /**
     * @param mails about that order
     * @param id its number
     */
    static MailPattern of(List<Letter> mails, String id) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Letter mail : mails) {
            if (mail.subject().contains(IDLE)) continue;
            String reader = mail.to().toString().replaceAll("c[0-9a-f-]{12}@", "customer@");
            String subject = mail.subject()
                    .replace(id, "order")
                    .replaceAll("[A-Z]+-[0-9]{4}-[0-9]{5}", "number")
                    .replaceAll("[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}", "date");
            counts.merge(reader + " " + subject, 1, Integer::sum);
        }
        return new MailPattern(counts);
    }

    /** @param undisturbed how it should be. @param excuses so many mails may have come once more */
    Stream<String> differences(MailPattern undisturbed, long excuses) {
        if (undisturbed.equals(ANY)) return Stream.empty();
        Stream<String> missing = undisturbed.counts.entrySet().stream()
                .filter(kind -> counts.getOrDefault(kind.getKey(), 0) < kind.getValue())
                .map(kind -> "no mail " + kind.getKey());
        long surplus = counts.entrySet().stream()
                .mapToLong(kind -> Math.max(0, kind.getValue() - undisturbed.counts.getOrDefault(kind.getKey(), 0)))
                .sum();
        Stream<String> tooMany = surplus > excuses
                ? Stream.of(
                        "%d mails too many: %s instead of %s".formatted(surplus - excuses, counts, undisturbed.counts))
                : Stream.empty();
        return Stream.concat(missing, tooMany);
    }
}
