package afterorder.localcloud.clock;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.edge.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockPageTest {

    @Test
    void the_clock_goes_forward_and_never_back(@TempDir Path data) {
        try (TestCloud cloud = new TestCloud(data)) {
            Instant before =
                    Instant.parse(cloud.page("/_local/clock").get("now").asText());
            cloud.post("/_local/clock", "{\"advance\":\"P30D\"}");
            Instant after = Instant.parse(cloud.page("/_local/clock").get("now").asText());
            assertThat(Duration.between(before, after)).isBetween(Duration.ofDays(30), Duration.ofDays(31));

            Instant wanted = after.plus(Duration.ofDays(3));
            var moved = cloud.post("/_local/clock", "{\"now\":\"" + wanted + "\"}");
            assertThat(moved.statusCode()).isEqualTo(200);
            assertThat(cloud.post("/_local/clock", "{\"now\":\"2020-12-15T09:00:00+01:00\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(cloud.post("/_local/clock", "{\"advance\":\"PT-5M\"}").body())
                    .contains("only goes forward");
            assertThat(cloud.post("/_local/clock", "{\"advance\":\"tomorrow\"}").statusCode())
                    .isEqualTo(400);
            assertThat(cloud.post("/_local/clock", "{\"later\":true}").body()).contains("say");
        }
    }
}
