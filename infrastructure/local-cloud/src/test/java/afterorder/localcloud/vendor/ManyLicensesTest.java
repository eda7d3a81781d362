package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders of up to 10,000 licenses, read page by page. */
class ManyLicensesTest extends SandboxTest {

    private static final int MOST = 10_000;

    @Test
    void sells_ten_thousand_and_tells_them_in_pages_of_five_hundred() throws Exception {
        String order = order(lines(MOST));
        assertThat(order.length()).isLessThan(4 * 1024 * 1024);
        long before = System.nanoTime();
        JsonNode page = json(vendor.place("o-1", order));
        assertThat(page.path("count").asInt()).isEqualTo(MOST);
        List<String> sens = new ArrayList<>(page.path("entitlements").findValuesAsText("sen"));
        int pages = 1;
        while (page.has("next")) {
            assertThat(page.path("entitlements")).hasSize(500);
            page = page(page.path("next").asText());
            sens.addAll(page.path("entitlements").findValuesAsText("sen"));
            pages++;
        }
        assertThat(pages).isEqualTo(20);
        assertThat(sens).hasSize(MOST).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void answers_the_same_page_for_the_same_cursor_also_after_a_restart() throws Exception {
        JsonNode placed = json(vendor.place("o-1", order(lines(600))));
        assertThat(json(vendor.get("/orders/o-1/entitlements")).path("entitlements"))
                .isEqualTo(placed.path("entitlements"));
        String next = placed.path("next").asText();
        JsonNode last = page(next);
        assertThat(last.path("entitlements")).hasSize(100);
        assertThat(last.has("next")).isFalse();
        vendor.restart();
        assertThat(page(next)).isEqualTo(last);
    }

    @Test
    void has_no_next_page_when_the_last_one_is_full() throws Exception {
        assertThat(json(vendor.place("o-1", order(lines(500)))).has("next")).isFalse();
    }

    @Test
    void does_not_know_cursors_that_it_did_not_give_out() throws Exception {
        vendor.place("o-1", order(DATA_CENTER));
        assertThat(vendor.get("/orders/o-1/entitlements?after=500").statusCode())
                .isEqualTo(400);
        assertThat(vendor.get("/orders/o-2/entitlements").statusCode()).isEqualTo(404);
    }

    @Test
    void takes_no_more_than_ten_thousand() throws Exception {
        assertThat(vendor.place("o-1", order(lines(MOST + 1))).statusCode()).isEqualTo(400);
        String thousands = String.join(
                ",",
                IntStream.rangeClosed(1, 11)
                        .mapToObj(line -> DATA_CENTER
                                .replace("\"line\": 1", "\"line\": " + line)
                                .replace("\"quantity\": 3", "\"quantity\": 1000"))
                        .toList());
        assertThat(vendor.place("o-1", order(thousands)).statusCode()).isEqualTo(400);
        assertThat(vendor.place("o-1", order(DATA_CENTER) + " ".repeat(4 * 1024 * 1024))
                        .statusCode())
                .isEqualTo(413);
    }

    private JsonNode page(String after) throws Exception {
        return json(vendor.get("/orders/o-1/entitlements?after=" + after));
    }

    private static String[] lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> DATA_CENTER
                        .replace("\"line\": 1", "\"line\": " + line)
                        .replace("\"quantity\": 3", "\"quantity\": 1"))
                .toArray(String[]::new);
    }
}
