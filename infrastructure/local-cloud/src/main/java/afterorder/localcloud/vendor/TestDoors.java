package afterorder.localcloud.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Shows what the vendor knows and sold, and tells it what to do next: for tests and demonstrations. */
final class TestDoors {

    private record Overview(List<Contacts.Contact> contacts, List<Purchase> purchases) {}

    private final OrderBook book;
    private final Contacts contacts;
    private final Queue<Instruction> instructions;

    TestDoors(OrderBook book, Contacts contacts, Queue<Instruction> instructions) {
        this.book = book;
        this.contacts = contacts;
        this.instructions = instructions;
    }

    Answer overview() {
        return new Answer.Json(200, new Overview(contacts.all(), book.purchases()));
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
}
