package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What goes wrong on purpose in the local cloud. */
public final class FaultDoor {
    private static final String PATH = "/_local/faults";
    private static final int TRIES_OF_A_CLIENT = 4;
    private static final int SECONDS_OF_A_HELD_MAIL = 20;

    private final Api api;

    FaultDoor(Api api) {
        this.api = api;
    }

    /** From now on. @param rule such as {@code {"function": "Invoicing", "do": "kill-after", "after": 3}}. @return its id */
    public long strike(String rule) {
        var answer = api.postTo(PATH, rule);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer.body()).at("/ids/0").longValue();
    }

    /**
     * The next message to a queue does not get there: SQS answers with an error, also to the client's own retries.
     *
     * @param queue part of its name
     */
    public long losesMessageTo(String queue) {
        return strike("{\"operation\": \"SendMessage\", \"resource\": \"%s\", \"do\": \"error\", \"times\": %d}"
                .formatted(queue, TRIES_OF_A_CLIENT));
    }

    /** SES refuses the next mail of a function for good. @param function part of its name */
    public long refusesMailOf(String function) {
        return strike("{\"function\": \"%s\", \"do\": \"reject\"}".formatted(function));
    }

    /** SES takes its time for the next mail of a function: until it is spared. @param function part of its name */
    public long holdsMailOf(String function) {
        return strike("{\"function\": \"%s\", \"operation\": \"SendRawEmail\", \"do\": \"delay\", \"seconds\": %d}"
                .formatted(function, SECONDS_OF_A_HELD_MAIL));
    }

    /** Waits until the rule has struck. */
    public void awaitsStrikeOf(long rule) {
        Awaitility.await("rule " + rule + " strikes")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> strikesOf(rule) > 0);
    }

    /** The rule strikes no more, and whom it lets wait goes on. */
    public void spare(long rule) {
        delete("/" + rule);
    }

    public void spareAll() {
        delete("");
    }

    private void delete(String path) {
        var answer = api.call("DELETE", PATH + path, "", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** How often that rule has struck. */
    public int strikesOf(long rule) {
        return (int) strikes().stream()
                .filter(strike -> strike.get("rule").longValue() == rule)
                .count();
    }

    /** Every strike since the local cloud was started, the oldest first. */
    public List<JsonNode> strikes() {
        return Api.json(api.get(PATH).body()).get("strikes").valueStream().toList();
    }
}
