package afterorder.acceptance.crash;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who acts for one order: repeats a call that had no good answer, with the same words under the same key. */
final class Client {
    private static final int OK = 200;
    private static final int BROKEN = 500;
    private static final int MOST_TRIES = 8;

    /** The hours at which a person of the team has time each day. */
    private static final List<Integer> HOURS = List.of(9, 10, 11, 14);

    static final int APPOINTMENTS_A_DAY = HOURS.size();

    private static final int DAYS_TO_TRY = 14;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Shop shop;
    private final AnOrder order;
    private final String key;
    private final String id;
    private final int place;
    private final Map<String, Object> memory = new ConcurrentHashMap<>();

    /**
     * @param key under which the order is placed
     * @param place tells it from others that are under way at the same time, from 0
     */
    Client(Shop shop, AnOrder order, String key, int place) {
        this.place = place;
        this.shop = shop;
        this.order = order;
        this.key = key;
        this.id = OrderNumber.of("you", key);
    }

    Shop shop() {
        return shop;
    }

    AnOrder order() {
        return order;
    }

    String id() {
        return id;
    }

    HttpResponse<String> places() {
        return repeated(() -> shop.api().post(order.json(), key));
    }

    HttpResponse<String> changes(String method, String path, String json) {
        return repeated(() -> shop.changes(method, id + path, json));
    }

    HttpResponse<String> namesAnotherContact() {
        return changes("PUT", "/technical-contact", """
                {"name": "Bo Admin", "email": "bo-%s", "atlassianAccount": true}""".formatted(order.contactEmail()));
    }

    HttpResponse<String> desk(String method, String path, String json) {
        return repeated(() -> shop.desk(method, path, json, key + path.hashCode()));
    }

    HttpResponse<String> team(String method, String path, String json) {
        return desk(method, "engagements/" + id + "/1" + path, json);
    }

    /** A date, counted from today. */
    LocalDate inDays(int days) {
        return LocalDate.ofInstant(shop.clock().now(), ZONE).plusDays(days);
    }

    /**
     * Proposes an hour that no other order of the wave gets, on the first possible day from then on.
     *
     * @param moves the appointment that is to be moved; 0 for a new one
     */
    HttpResponse<String> proposes(int inDays, int moves) {
        LocalDateTime hour = once("day " + inDays, () -> inDays(inDays)).atTime(HOURS.get(place), 0);
        for (int later = 0; ; later++) {
            String slot = "{\"from\": \"%s\", \"to\": \"%s\", \"place\": \"Wiesbaden\"}"
                    .formatted(
                            time(hour.plusDays(later)),
                            time(hour.plusDays(later).plusHours(1)));
            String body = "{\"slots\": [" + slot + "]" + (moves == 0 ? "" : ", \"moves\": " + moves) + "}";
            HttpResponse<String> answer = team("POST", "/proposals", body);
            if (answer.statusCode() == OK || later == DAYS_TO_TRY) return answer;
        }
    }

    /** Enters half an hour of yesterday in which nobody else of the wave works. */
    HttpResponse<String> worked(String member) {
        LocalDateTime from = once("yesterday", () -> inDays(-1)).atTime(HOURS.get(place), 0);
        return team(
                "POST",
                "/performance",
                "{\"member\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"what\": \"Workshop\"}"
                        .formatted(member, time(from), time(from.plusMinutes(30))));
    }

    private static String time(LocalDateTime local) {
        return local.atZone(ZONE).toOffsetDateTime().toString();
    }

    /** Sends a form of the page that a mail leads to. */
    HttpResponse<String> sends(Letter letter, String action, String target, Map<String, String> fields) {
        return repeated(() -> new TeamDoor(shop, id).sends(letter, action, target, fields));
    }

    /** What was done once outside, and is not to be done again when a call is repeated. */
    @SuppressWarnings("unchecked")
    <T> T once(String what, Supplier<T> doing) {
        return (T) memory.computeIfAbsent(what, name -> doing.get());
    }

    /** Until there is an answer that is no fault of the other side. */
    HttpResponse<String> repeated(Supplier<HttpResponse<String>> call) {
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<String> answer = call.get();
                if (answer.statusCode() < BROKEN || tries == MOST_TRIES) return answer;
            } catch (UncheckedIOException silence) {
                if (tries == MOST_TRIES) throw silence;
            }
        }
    }
}
