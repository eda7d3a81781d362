package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.ServiceContact;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    @Tag("S14")
    void keeps_whom_the_team_contacts_and_where_the_customer_reads_the_clock() {
        Order project = accepted(order("project"));
        ServiceContact petra =
                new ServiceContact("Petra Project", new Email("petra@example-inc.example"), "+1 212 555-0142");
        assertThat(project.contactForServices()).isEqualTo(petra);
        assertThat(project.customer().phone()).isEqualTo("+1 (212) 555-0100");
        assertThat(project.customer().timeZone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(project.services().keySet()).containsExactly(2, 3);
        assertThat(project.licenses().keySet()).containsExactly(1);
    }

    @Test
    @Tag("S14")
    void has_the_customer_contacted_when_nobody_else_is_named() {
        ((ObjectNode) order.path("customer")).put("phone", "069 / 123-456");
        assertThat(accepted(order).contactForServices())
                .isEqualTo(new ServiceContact(
                        "Example Ltd", new Email("purchasing@example-ltd.example"), "069 / 123-456"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/customer/phone       | \"069 123456 ext. 7\"  | must be a telephone number of digits, blanks and + ( ) / -",
                "/customer/phone       | \"+ ( ) / -\"          | must be a telephone number of digits, blanks and + ( ) / -",
                "/customer/phone       | \"0000000000 0000000000 0000000000 00000000\" | must have at most 40 characters",
                "/customer/phone       | 69123456               | must be a string",
                "/customer/timeZone    | \"New York\"           | must be a time zone like America/New_York",
                "/customer/timeZone    | \"+01:00\"             | must be a time zone like America/New_York",
                "/customer/timeZone    | null                   | must be a string",
                "/serviceContact       | \"Petra\"              | must be an object",
                "/serviceContact/name  | \"\"                   | must not be empty",
                "/serviceContact/email | \"petra\"              | must be an e-mail address with a domain, in ASCII",
                "/serviceContact/phone | \"call me\"            | must be a telephone number of digits, blanks and + ( ) / -",
                "/serviceContact/fax   | \"069 123456\"         | is unknown",
            })
    @Tag("S14")
    void says_what_is_wrong_at_a_place(String pointer, String value, String detail) throws IOException {
        ObjectNode project = order("project");
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) project.at(pointer.substring(0, name)))
                .set(pointer.substring(name + 1), Json.MAPPER.readTree(value));
        assertThat(violations(read(project))).containsExactly(new Violation(pointer, detail));
    }

    @Test
    @Tag("S14")
    void demands_name_and_address_of_whom_the_team_contacts() {
        order.putObject("serviceContact");
        assertThat(refused())
                .containsExactly(
                        new Violation("/serviceContact/name", "is required"),
                        new Violation("/serviceContact/email", "is required"));
    }

    private static Order accepted(ObjectNode posted) {
        Reading<Order> reading = read(posted);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Order>) reading).value();
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
