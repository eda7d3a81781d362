package afterorder.localcloud.vendor;

import afterorder.localcloud.door.DoorBody;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows what the vendor knows and sold, and tells it what to do next: for tests and demonstrations. */
final class TestDoors {

    private record Overview(List<Contacts.Contact> contacts, List<Purchase> purchases, List<State> orders) {}

    /** @param status {@code sold}, {@code refused} or {@code pending} */
    private record State(String reference, String status) {
        static State of(OrderBook.Entry entry) {
            return new State(
                    entry.reference(),
                    switch (entry.outcome()) {
                        case Outcome.Sold sold -> "sold";
                        case Outcome.Refused refused -> "refused";
                        case Outcome.Pending pending -> "pending";
                    });
        }
    }

    private final OrderBook book;
    private final Contacts contacts;
    private final Instructions instructions;
    private final Ordering ordering;
    private final WebhookSender webhooks;
    private final PortalDoors portal;
    private final List<RateLimit> limits;
    private final InstantSource clock;

    TestDoors(
            OrderBook book,
            Contacts contacts,
            Instructions instructions,
            Ordering ordering,
            WebhookSender webhooks,
            PortalDoors portal,
            List<RateLimit> limits,
            InstantSource clock) {
        this.book = book;
        this.contacts = contacts;
        this.instructions = instructions;
        this.ordering = ordering;
        this.webhooks = webhooks;
        this.portal = portal;
        this.limits = limits;
        this.clock = clock;
    }

    Answer answer(Call call) throws IOException, InterruptedException {
        try {
            return switch (call.method() + " " + call.segment(0)) {
                case "GET " -> overview();
                case "POST next" -> new Answer.Json(200, Map.of("waiting", instructions.add(call.json())));
                case "PUT contacts" -> setContact(call.segment(1), call.json());
                case "PUT limit" -> setLimit(call.json());
                case "GET webhooks" -> new Answer.Json(200, Map.of("webhooks", webhooks.deliveries()));
                case "POST webhooks" -> sendWebhook(call.json());
                case "POST orders" ->
                    call.segment(2).equals("complete") ? complete(call.segment(1), call.json()) : unknown();
                case "POST portal" -> portal(call);
                default -> unknown();
            };
        } catch (IllegalArgumentException mistake) {
            return Answer.error(400, String.valueOf(mistake.getMessage()));
        }
    }

    private Answer overview() {
        return new Answer.Json(
                200,
                new Overview(
                        contacts.all(),
                        book.purchases(),
                        book.all().stream().map(State::of).toList()));
    }

    private Answer setContact(String email, JsonNode body) {
        String account = body.path("account").asText();
        if (!Contacts.ACCOUNTS.contains(account)) return Answer.error(400, "unknown account: " + account);
        contacts.set(email, account);
        return new Answer.Json(200, new Contacts.Contact(email, account));
    }

    private Answer setLimit(JsonNode json) {
        int callsPerMinute = DoorBody.of(json, "callsPerMinute").whole("callsPerMinute", 0, 1_000_000);
        limits.forEach(limit -> limit.set(callsPerMinute));
        return new Answer.Json(200, Map.of("callsPerMinute", callsPerMinute));
    }

    private Answer complete(String reference, JsonNode json) {
        DoorBody body = DoorBody.of(json, "refuse", "lines", "webhooks");
        OrderBook.Entry entry = ordering.complete(
                reference,
                body.optionalText("refuse"),
                new Instruction.Partial(body.countsByLine("lines")),
                body.whole("webhooks", 0, 10, 1));
        return new Answer.Json(200, State.of(entry));
    }

    private Answer sendWebhook(JsonNode json) throws InterruptedException {
        DoorBody body = DoorBody.of(json, "reference", "id", "secondsAgo", "forged");
        String reference = body.text("reference");
        return new Answer.Json(
                200,
                webhooks.send(
                        body.optionalText("id")
                                .orElseGet(() -> UUID.randomUUID().toString()),
                        reference,
                        book.find(reference).map(OrderBook.Entry::at).orElseGet(clock::instant),
                        Duration.ofSeconds(body.whole("secondsAgo", -1_000_000, 1_000_000, 0)),
                        body.flag("forged")));
    }

    private Answer portal(Call call) throws IOException {
        if (!call.segment(1).equals("orders")) return unknown();
        if (call.path().size() == 2) return portal.order(call.json());
        return call.segment(3).equals("process") ? portal.process(call.segment(2)) : unknown();
    }

    private static Answer unknown() {
        return Answer.error(404, "not-found");
    }
}
