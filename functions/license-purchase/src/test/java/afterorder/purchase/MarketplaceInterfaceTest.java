package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.Phrase;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.Vendor.Answer;
import afterorder.services.SampleOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is sent and understood is what {@code marketplace.openapi.yaml} says. */
class MarketplaceInterfaceTest {
    private static final Path INTERFACE = Path.of("../../infrastructure/vendor/marketplace.openapi.yaml");
    private static final String PLACED = """
            {"reference": "r-1", "orderedAt": "2026-11-23T08:15:30Z",
             "technicalContact": {"email": "ada@muster.example", "account": "none"}, "count": 2,
             "entitlements": [
               {"line": 1, "product": "jira", "deployment": "data-center", "users": 500, "sen": "SEN-1", "key": "AAAB",
                "startsOn": "2026-11-23", "endsOn": "2027-11-22"},
               {"line": 2, "product": "confluence", "deployment": "cloud", "users": 200,
                "entitlement": "E-ABC-DEF-GHI", "site": "muster.atlassian.net",
                "startsOn": "2026-11-23", "endsOn": "2027-11-22"}]}""";

    @ParameterizedTest
    @ValueSource(strings = {"licenses", "mixed"})
    void sends_orders_as_the_interface_describes_them(String sample) throws Exception {
        try (AnsweringServer server = new AnsweringServer(202, "")) {
            marketplace(server).place(VendorOrders.of(SampleOrder.of(sample)));
            assertThat(violations("Order", server.bodies().getFirst())).isEmpty();
        }
    }

    @Test
    void understands_a_placed_order_as_the_interface_describes_it() throws Exception {
        assertThat(violations("PlacedOrder", PLACED)).isEmpty();
        try (AnsweringServer server = new AnsweringServer(201, PLACED)) {
            Answer answer = marketplace(server).place(VendorOrders.of(SampleOrder.of("licenses")));
            assertThat(answer).isInstanceOfSatisfying(Answer.Sold.class, sold -> assertThat(
                            sold.first().entitlements())
                    .containsExactly(
                            new Entitlement(
                                    1,
                                    "jira",
                                    Deployment.DATA_CENTER,
                                    500,
                                    "SEN-1",
                                    "AAAB",
                                    null,
                                    null,
                                    date("2026-11-23"),
                                    date("2027-11-22")),
                            new Entitlement(
                                    2,
                                    "confluence",
                                    Deployment.CLOUD,
                                    200,
                                    null,
                                    null,
                                    "E-ABC-DEF-GHI",
                                    "muster.atlassian.net",
                                    date("2026-11-23"),
                                    date("2027-11-22"))));
        }
    }

    @Test
    void understands_a_refusal_as_the_interface_describes_it() throws Exception {
        String refusal = "{\"error\": \"refused\", \"reason\": \"credit limit\"}";
        assertThat(violations("Refusal", refusal)).isEmpty();
        try (AnsweringServer server = new AnsweringServer(422, refusal)) {
            assertThat(marketplace(server).place(VendorOrders.of(SampleOrder.of("licenses"))))
                    .isEqualTo(new Answer.Refused(Phrase.REFUSED_BY_VENDOR.with("credit limit")));
        }
    }

    @Test
    void understands_pages_accounts_and_what_is_wrong_as_the_interface_describes_them() throws Exception {
        String page = "{\"entitlements\": [], \"next\": \"c-2\"}";
        assertThat(violations("Page", page)).isEmpty();
        try (AnsweringServer server = new AnsweringServer(200, page)) {
            assertThat(marketplace(server)
                            .entitlements(VendorOrders.of(SampleOrder.of("licenses")), "c-1")
                            .next())
                    .isEqualTo("c-2");
        }
        String contact = "{\"email\": \"ada@muster.test\", \"account\": \"verified\"}";
        assertThat(violations("ContactNow", contact)).isEmpty();
        try (AnsweringServer server = new AnsweringServer(200, contact)) {
            assertThat(marketplace(server).account(VendorOrders.of(SampleOrder.of("licenses"))))
                    .isEqualTo(Account.VERIFIED);
        }
        String invalid =
                "{\"error\": \"invalid\", \"violations\": [{\"pointer\": \"/items/0/users\", \"detail\": \"is too small\"}]}";
        assertThat(violations("Invalid", invalid)).isEmpty();
        try (AnsweringServer server = new AnsweringServer(400, invalid)) {
            assertThat(marketplace(server).place(VendorOrders.of(SampleOrder.of("licenses"))))
                    .isEqualTo(new Answer.Refused(Phrase.ORDER_MALFORMED.with("/items/0/users is too small")));
        }
    }

    private static Marketplace marketplace(AnsweringServer server) {
        return new Marketplace(server.address(), "t", Duration.ofSeconds(5));
    }

    private static Set<ValidationMessage> violations(String schema, String body) throws IOException {
        ObjectNode document = Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        try (InputStream yaml = Files.newInputStream(INTERFACE)) {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            JsonNode description = Json.MAPPER.valueToTree(loaded);
            document.set("components", description.path("components"));
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(document)
                .validate(Json.MAPPER.readTree(body));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
