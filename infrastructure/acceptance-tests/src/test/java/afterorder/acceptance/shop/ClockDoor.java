package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** The clock of the local cloud. */
public final class ClockDoor {
    private final Api api;

    ClockDoor(Api api) {
        this.api = api;
    }

    public Instant now() {
        return Instant.parse(
                Api.json(api.get("/_local/clock").body()).get("now").textValue());
    }

    /** @param time ISO 8601 with an offset */
    public void movesTo(String time) {
        post("{\"now\": \"" + time + "\"}");
    }

    /** @param duration ISO 8601: {@code P30D}, {@code PT2M} */
    public void advances(String duration) {
        post("{\"advance\": \"" + duration + "\"}");
    }

    private void post(String body) {
        var answer = api.postTo("/_local/clock", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
