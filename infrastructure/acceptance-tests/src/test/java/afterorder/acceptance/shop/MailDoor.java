package afterorder.acceptance.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The mailbox of everybody. */
public final class MailDoor {
    private final Api api;

    MailDoor(Api api) {
        this.api = api;
    }

    /** Every mail, in the order of their arrival. */
    public List<Letter> all() {
        List<Letter> letters = new ArrayList<>();
        for (JsonNode message : Api.json(api.get("/_local/mailbox").body()).get("messages")) {
            letters.add(new Letter(
                    Instant.parse(message.get("at").textValue()),
                    message.get("subject").textValue(),
                    message.get("to").valueStream().map(JsonNode::textValue).toList(),
                    message.get("raw").textValue()));
        }
        return letters;
    }

    /** Those to that address. */
    public List<Letter> to(String address) {
        return all().stream().filter(letter -> letter.to().contains(address)).toList();
    }

    /** Those whose subject names that order. */
    public List<Letter> about(String address, String id) {
        return to(address).stream()
                .filter(letter -> letter.subject().contains(id))
                .toList();
    }

    /** Waits until so many mails have come to that address. */
    public List<Letter> awaitsTo(String address, int count) {
        return Awaitility.await(count + " mails to " + address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> to(address), letters -> letters.size() >= count);
    }
}
