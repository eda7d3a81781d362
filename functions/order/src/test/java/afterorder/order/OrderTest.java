package afterorder.order;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.TestOrders.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Email WRONG = new Email("petra@muster.example");
    private static final Email RIGHT = new Email("p.project@muster.example");

    @Test
    @Tag("S10")
    void keeps_licenses_and_services_apart_by_their_numbers() {
        Order order = orderOf(service(), license(1, null), service());
        assertThat(order.services()).containsOnlyKeys(1, 3);
        assertThat(order.licenses()).containsOnlyKeys(2);
        assertThat(orderOf(license(1, null)).services()).isEmpty();
    }

    @Test
    @Tag("S14")
    void writes_to_the_corrected_address_of_whom_the_team_contacts() {
        Order corrected = withContact().withAddresses(Map.of(WRONG, RIGHT));
        assertThat(corrected.contactForServices()).isEqualTo(new ServiceContact("Petra Project", RIGHT, "0611 1234"));
        Order order = orderOf(service());
        assertThat(order.withAddresses(Map.of(order.customer().email(), RIGHT)).contactForServices())
                .isEqualTo(new ServiceContact("Muster GmbH", RIGHT, null));
    }

    @Test
    @Tag("S14")
    void keeps_whom_the_team_contacts_through_every_other_change() {
        Order order = withContact();
        Order changed = order.withCustomer(order.customer())
                .withTechnicalContact(null)
                .withWishes(new ConfirmationWishes(null, null, null, null, Set.of()));
        assertThat(changed.serviceContact()).isEqualTo(order.serviceContact());
        assertThat(changed.lines()).isEqualTo(order.lines());
    }

    /** As rows of the table have it that are older than these fields. */
    @Test
    void is_read_where_it_was_written_without_what_teams_need() throws Exception {
        Order order = Json.MAPPER.readValue("""
                {"currency": "EUR", "language": "de", "commissioned": true,
                 "customer": {"number": "C-10042", "name": "Muster GmbH", "email": "einkauf@muster.example",
                   "address": {"street": "Hauptstraße 1", "postalCode": "65189", "city": "Wiesbaden", "country": "DE"}},
                 "lines": [{"kind": "service", "service": "consulting", "description": "Workshop", "quantity": "2.5",
                   "unit": "day", "unitPrice": "1440.00"}]}""", Order.class);
        assertThat(order.serviceContact()).isNull();
        assertThat(order.customer().timeZone()).isNull();
        assertThat(order.contactForServices())
                .isEqualTo(new ServiceContact("Muster GmbH", new Email("einkauf@muster.example"), null));
        assertThat(order.line(1).count()).isEqualByComparingTo(new BigDecimal("2.5"));
    }

    @Test
    void is_read_as_it_was_written() throws Exception {
        String written = Json.MAPPER.writeValueAsString(withContact());
        assertThat(Json.MAPPER.readValue(written, Order.class)).isEqualTo(withContact());
        assertThat(written).contains("\"timeZone\":\"America/New_York\"");
    }

    private static Order withContact() {
        Order like = orderOf(service());
        Customer customer = new Customer(
                "C-10042",
                "Muster GmbH",
                like.customer().email(),
                null,
                "+49 611 1",
                ZoneId.of("America/New_York"),
                like.customer().address());
        return new Order(
                Currency.getInstance("EUR"),
                Language.DE,
                true,
                customer,
                null,
                null,
                like.technicalContact(),
                new ServiceContact("Petra Project", WRONG, "0611 1234"),
                List.of(service()));
    }
}
