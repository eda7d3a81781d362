package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What goes wrong on purpose in the local cloud. */
public final class FaultDoor {
    private static final String PATH = "/_local/faults";

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

    /** The rule strikes no more. */
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

    /** How often that rule has struck; it must still be there. */
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
