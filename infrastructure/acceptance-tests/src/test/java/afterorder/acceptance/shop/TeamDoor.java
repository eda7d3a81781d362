package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The team that delivers consulting: what it does about an order's first engagement, and what the customer answers. */
public final class TeamDoor {
    public static final String TEAM = "consulting@reseller.example";
    public static final String LEAD = "consulting-lead@reseller.example";
    public static final String CLARA = "clara.berg@reseller.example";
    public static final String JONAS = "jonas.keller@reseller.example";

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int DAYS_TO_TRY = 30;

    private final Shop shop;
    private final String id;

    public TeamDoor(Shop shop, String id) {
        this.shop = shop;
        this.id = id;
    }

    /** Does something about the engagement, which must be possible. @param path behind the engagement's own */
    public JsonNode does(String method, String path, String json) {
        HttpResponse<String> answer = tries(method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer.body());
    }

    public HttpResponse<String> tries(String method, String path, String json) {
        return shop.desk(method, "engagements/" + id + "/1" + (path.isEmpty() ? "" : "/" + path), json);
    }

    public JsonNode engagement() {
        return does("GET", "", "");
    }

    public void contacts(String member) {
        does("POST", "contacts", "{\"member\": \"%s\", \"channel\": \"phone\"}".formatted(member));
    }

    /**
     * Proposes so many slots of two hours, a day each, on the next days on which the team works and has time.
     *
     * @param moves the appointment that is to be moved; 0 for a new one
     * @return the beginning of the first one, as the team's clock shows it
     */
    public LocalDateTime proposes(int slots, int moves) {
        LocalDateTime ten = now().toLocalDate().plusDays(3).atTime(10, moves == 0 ? 0 : 30);
        for (int day = 0; day < DAYS_TO_TRY; day++) {
            LocalDateTime first = ten.plusDays(day);
            String all = IntStream.range(0, slots)
                    .mapToObj(next -> slot(first.plusDays(next)))
                    .collect(Collectors.joining(","));
            String body = "{\"slots\": [" + all + "]" + (moves == 0 ? "" : ", \"moves\": " + moves) + "}";
            if (tries("POST", "proposals", body).statusCode() == 200) return first;
        }
        throw new AssertionError("the team has no time for " + slots + " appointments");
    }

    private static String slot(LocalDateTime from) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"place\": \"Wiesbaden\"}"
                .formatted(time(from), time(from.plusHours(2)));
    }

    /** Enters an hour and a half of yesterday. */
    public void worked(String member) {
        LocalDateTime from = now().toLocalDate().minusDays(1).atTime(10, 0);
        does(
                "POST",
                "performance",
                "{\"member\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"what\": \"Workshop\"}"
                        .formatted(member, time(from), time(from.plusMinutes(90))));
    }

    /** As calls name it. */
    private static String time(LocalDateTime local) {
        return local.atZone(ZONE).toOffsetDateTime().toString();
    }

    /** Lets time pass until an appointment that begins then is over. */
    public void holds(LocalDateTime from) {
        shop.clock().movesTo(time(from.plusDays(1)));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(shop.clock().now(), ZONE);
    }

    /** Mails to somebody of the team about this order. */
    public List<Letter> mails(String reader) {
        return shop.mailbox().about(reader, id);
    }

    /** Waits for a mail about this order, and answers the latest. @param word of its subject */
    public Letter awaits(String reader, String word) {
        shop.minutesPassUntil(() -> shop.mailbox().to(reader).stream().anyMatch(letter -> isAbout(letter, word)));
        return shop.mailbox().to(reader).stream()
                .filter(letter -> isAbout(letter, word))
                .toList()
                .getLast();
    }

    private boolean isAbout(Letter letter, String word) {
        return letter.subject().contains(id) && letter.subject().contains(word);
    }

    /** Sends a form of the page that a mail leads to. */
    public HttpResponse<String> sends(Letter letter, String action, String target, Map<String, String> fields) {
        String form = "action=" + action + "&target=" + target
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        return shop.api()
                .send(HttpRequest.newBuilder(URI.create(page(letter)))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(60))
                        .POST(BodyPublishers.ofString(form)));
    }

    /** The address of the page of the engagement that a mail leads to. */
    public static String page(Letter letter) {
        return letter.links().stream()
                .filter(link -> link.contains("/e/"))
                .findFirst()
                .orElseThrow();
    }
}
