package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an order says for the specialist teams that deliver its services. */
@Tag("S1")
@Tag("S13")
class ServiceFieldsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Path ORDERS = Path.of("../../events/orders");
    private static final Settings SETTINGS = Settings.bundled();

    private final ObjectNode order = order("services");

    @Test
    void refuses_a_service_that_no_team_delivers() {
        Map<String, Team> others = new TreeMap<>(SETTINGS.teams().teams());
        others.remove("development");
        OrderReader reader = new OrderReader(
                new Settings(SETTINGS.seller(), SETTINGS.catalog(), SETTINGS.desk(), new Teams(others)));
        assertThat(violations(reader.read(bytes(order), TODAY)))
                .containsExactly(new Violation(
                        "/lines/0/service", "cannot be ordered: no specialist team delivers development"));
        line(order, 0).put("service", "consulting");
        assertThat(reader.read(bytes(order), TODAY)).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void says_once_that_a_service_is_unknown() {
        line(order, 0).put("service", "plumbing");
        assertThat(refused())
                .containsExactly(new Violation(
                        "/lines/0/service", "is not in the catalog; known: [consulting, development, hosting]"));
    }

    @Test
    void counts_each_team_among_the_forty_parts_of_an_order() {
        ObjectNode dated = order("licenses");
        ArrayNode lines = (ArrayNode) dated.path("lines");
        ObjectNode license = line(dated, 0);
        ObjectNode service = line(order, 0);
        lines.removeAll();
        for (int day = 1; day <= 38; day++) {
            lines.add(license.deepCopy().put("purchaseOn", TODAY.plusDays(day).toString()));
        }
        for (String of : List.of("consulting", "development", "development", "consulting")) {
            lines.add(service.deepCopy().put("service", of));
        }
        assertThat(read(dated)).isInstanceOf(Reading.Accepted.class);
        lines.add(service.deepCopy().put("service", "hosting").put("unit", "month"));
        assertThat(violations(read(dated)))
                .containsExactly(new Violation(
                        "/lines", "must have at most 40 parts (dates of purchase, teams of services), not 41"));
    }

    private List<Violation> refused() {
        return violations(read(order));
    }

    private static Reading<Order> read(ObjectNode posted) {
        return new OrderReader(SETTINGS).read(bytes(posted), TODAY);
    }

    private static List<Violation> violations(Reading<Order> reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused<Order>) reading).violations();
    }

    private static byte[] bytes(ObjectNode posted) {
        return posted.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode line(ObjectNode order, int index) {
        return (ObjectNode) order.at("/lines/" + index);
    }

    private static ObjectNode order(String name) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(ORDERS.resolve(name + ".json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
