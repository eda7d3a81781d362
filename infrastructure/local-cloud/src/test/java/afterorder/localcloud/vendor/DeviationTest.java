package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.DATA_CENTER;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A vendor that sells something else than was ordered. */
class DeviationTest extends SandboxTest {

    @Test
    void sells_fewer_than_were_ordered() throws Exception {
        vendor.next("{\"do\": \"partial\", \"lines\": {\"1\": 1, \"2\": 0}}");
        JsonNode placed = json(vendor.place("o-1", order(DATA_CENTER, CLOUD)));
        assertThat(placed.path("count").asInt()).isEqualTo(1);
        assertThat(placed.path("entitlements")).hasSize(1);
        assertThat(placed.at("/entitlements/0/line").asInt()).isEqualTo(1);
        assertThat(vendor.place("o-1", order(DATA_CENTER, CLOUD)).body()).isEqualTo(placed.toString());
    }

    @Test
    void sells_lines_that_are_not_named_as_ordered() throws Exception {
        vendor.next("{\"do\": \"partial\", \"lines\": {\"1\": 2}}");
        assertThat(json(vendor.place("o-1", order(DATA_CENTER, CLOUD)))
                        .path("entitlements")
                        .findValuesAsText("line"))
                .containsExactly("1", "1", "2");
    }

    @Test
    void may_sell_nothing_at_all() throws Exception {
        vendor.next("{\"do\": \"partial\", \"lines\": {\"2\": 0}}");
        JsonNode placed = json(vendor.place("o-1", order(CLOUD)));
        assertThat(placed.path("count").asInt()).isZero();
        assertThat(placed.path("entitlements")).isEmpty();
    }

    @Test
    void sells_another_tier_term_or_product_at_one_line() throws Exception {
        vendor.next("{\"do\": \"deviate\", \"line\": 2, \"users\": 100}");
        JsonNode tier = json(vendor.place("o-1", order(DATA_CENTER, CLOUD)));
        assertThat(tier.path("entitlements").findValuesAsText("users")).containsExactly("500", "500", "500", "100");

        vendor.next("{\"do\": \"deviate\", \"line\": 2, \"months\": 1, \"product\": \"jira\"}");
        JsonNode other = json(vendor.place("o-2", order(CLOUD))).at("/entitlements/0");
        assertThat(other.path("product").asText()).isEqualTo("jira");
        assertThat(LocalDate.parse(other.path("endsOn").asText()).plusDays(1))
                .isEqualTo(LocalDate.parse(other.path("startsOn").asText()).plusMonths(1));
    }
}
