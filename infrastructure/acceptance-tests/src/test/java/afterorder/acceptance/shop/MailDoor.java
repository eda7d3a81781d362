package afterorder.acceptance.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The mailbox of everybody. */
public final class MailDoor {
    private final Api api;

    MailDoor(Api api) {
        this.api = api;
    }

    /** The mails to that address, in the order of their arrival. */
    public List<Letter> to(String address) {
        List<Letter> letters = new ArrayList<>();
        for (JsonNode message : Api.json(api.get("/_local/mailbox").body()).get("messages")) {
            List<String> recipients = new ArrayList<>();
            message.get("to").forEach(recipient -> recipients.add(recipient.textValue()));
            Letter letter = new Letter(
                    message.get("subject").textValue(),
                    recipients,
                    message.get("raw").textValue());
            if (recipients.contains(address)) letters.add(letter);
        }
        return letters;
    }

    /** Waits until so many mails have come to that address. */
    public List<Letter> awaitsTo(String address, int count) {
        return Awaitility.await(count + " mails to " + address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> to(address), letters -> letters.size() >= count);
    }
}
