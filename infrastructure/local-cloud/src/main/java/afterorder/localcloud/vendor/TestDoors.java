package afterorder.localcloud.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/** Shows what the vendor knows and sold, and tells it what to do next: for tests and demonstrations. */
final class TestDoors {

    private record Overview(List<Contacts.Contact> contacts, List<Purchase> purchases) {}

    private record Purchase(String reference, String contact, Instant at, List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Item(
            String product,
            String deployment,
            Optional<String> sen,
            Optional<String> key,
            Optional<String> site,
            Optional<String> entitlement) {}

    private final OrderBook book;
    private final Contacts contacts;
    private final Queue<Instruction> instructions;

    TestDoors(OrderBook book, Contacts contacts, Queue<Instruction> instructions) {
        this.book = book;
        this.contacts = contacts;
        this.instructions = instructions;
    }

    Answer overview() {
        List<Purchase> purchases = book.all().stream()
                .flatMap(entry -> entry.outcome() instanceof Outcome.Sold(var order)
                        ? Stream.of(purchase(order))
                        : Stream.empty())
                .toList();
        return new Answer.Json(200, new Overview(contacts.all(), purchases));
    }

    Answer instruct(JsonNode body) {
        try {
            Instruction instruction = Instruction.of(body);
            instructions.addAll(Collections.nCopies(Instruction.times(body), instruction));
            return new Answer.Json(200, Map.of("waiting", instructions.size()));
        } catch (IllegalArgumentException mistake) {
            return Answer.error(400, String.valueOf(mistake.getMessage()));
        }
    }

    Answer setContact(String email, JsonNode body) {
        String account = body.path("account").asText();
        if (!Contacts.ACCOUNTS.contains(account)) return Answer.error(400, "unknown account: " + account);
        contacts.set(email, account);
        return new Answer.Json(200, new Contacts.Contact(email, account));
    }

    private static Purchase purchase(Outcome.PlacedOrder order) {
        List<Item> items = order.entitlements().stream()
                .map(sold -> new Item(
                        sold.product(), sold.deployment(), sold.sen(), sold.key(), sold.site(), sold.entitlement()))
                .toList();
        return new Purchase(order.reference(), order.technicalContact().email(), order.orderedAt(), items);
    }
}
