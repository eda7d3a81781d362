package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The mailbox of everybody. */
public final class MailDoor {
    private final Api api;
    private final List<Letter> known = new ArrayList<>();
    private String lastId = "";

    MailDoor(Api api) {
        this.api = api;
    }

    /** Every mail, in the order of their arrival. */
    public synchronized List<Letter> all() {
        String news = api.get("/_local/mailbox?after=" + lastId).body();
        for (JsonNode message : Api.json(news).get("messages")) {
            lastId = message.get("id").textValue();
            known.add(new Letter(
                    Instant.parse(message.get("at").textValue()),
                    message.get("subject").textValue(),
                    message.get("to").valueStream().map(JsonNode::textValue).toList(),
                    message.get("raw").textValue()));
        }
        return List.copyOf(known);
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

    /** From now on mails to that address come to that. @param fate as the README of the local cloud names it */
    public void becomes(String address, String fate) {
        HttpResponse<String> answer =
                api.put("/_local/mail-addresses/" + address, "{\"mails\": \"%s\"}".formatted(fate));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Waits until so many mails have come to that address. */
    public List<Letter> awaitsTo(String address, int count) {
        return Awaitility.await(count + " mails to " + address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> to(address), letters -> letters.size() >= count);
    }
}
