package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.export.ExportRow;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class DecisionsTest {
    private static final String RETRY = "POST /desk/orders/{id}/purchases/{n}/retry";
    private static final String CALL_OFF = "DELETE /desk/orders/{id}/purchases/{n}";
    private static final String ACCEPT = "POST /desk/orders/{id}/purchases/{n}/acceptance";
    private static final String RETRY_CONFIRMATION = "POST /desk/orders/{id}/confirmation/retry";
    private static final String ADDRESS = "PUT /desk/orders/{id}/mail-address";

    private final DeskOffice office;

    DecisionsTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @Test
    void has_a_customers_data_exported_once_at_a_time() {
        office.order();
        assertThat(export("C-10042").getStatusCode()).isEqualTo(202);
        ExportRow wanted = office.rows.export("C-10042").orElseThrow();
        assertThat(wanted.progress().deadlines()).containsOnly(entry(Deadline.EXPORT, NOW));
        APIGatewayV2HTTPResponse again = export("C-10042");
        assertThat(again.getStatusCode()).isEqualTo(202);
        assertThat(json(again).at("/export").asInt()).isEqualTo(1);
        assertThat(office.rows.export("C-10042")).contains(wanted);
        office.rows.save(wanted.exported(NOW));
        assertThat(json(export("C-10042")).at("/export").asInt()).isEqualTo(2);
        assertThat(export("C-1").getStatusCode()).isEqualTo(404);
    }

    /** As an index has it that lags behind the table. */
    @Test
    void lists_nothing_that_is_parked_no_longer_though_the_index_says_so() {
        SampleOrder parked = office.order();
        SampleOrder other = office.order();
        office.rows.save(office.rows.order(parked.id()).orElseThrow().parked(Phrase.VENDOR_SILENT.with(), NOW));
        office.indexAsParked(other);
        JsonNode listed = json(office.lists("GET /desk/parked"));
        assertThat(listed.findValuesAsText("orderId"))
                .containsExactly(parked.id().value());
    }

    private APIGatewayV2HTTPResponse export(String customer) {
        return office.answer(LambdaEvent.of("desk")
                .with("/routeKey", "POST /desk/customers/{number}/export")
                .with("/pathParameters/number", customer));
    }

    @Test
    void lists_what_is_parked_the_oldest_first_with_what_can_be_done() {
        SampleOrder refused = office.order();
        office.rows.save(Buying.refused(
                office.asking(refused), Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW.plusSeconds(60)));
        SampleOrder unsent = office.order();
        OrderRow row = office.rows.order(unsent.id()).orElseThrow();
        office.rows.save(row.parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("the address is unknown"), NOW));
        JsonNode parked = json(office.lists("GET /desk/parked"));
        assertThat(parked).hasSize(2);
        assertThat(parked.at("/0/orderId").asText()).isEqualTo(unsent.id().value());
        assertThat(parked.at("/0/part").asText()).isEqualTo("order");
        assertThat(parked.at("/0/remedies/1/call").asText())
                .isEqualTo("PUT /desk/orders/" + unsent.id() + "/mail-address");
        assertThat(parked.at("/1/reason").asText()).isEqualTo("refused by the vendor: no credit");
        assertThat(parked.at("/1/status").asText()).isEqualTo("purchasing");
        assertThat(parked.at("/1/since").asText()).isEqualTo("2026-11-23T08:16:30Z");
        assertThat(parked.at("/1/customer/number").asText()).isEqualTo("C-10042");
        assertThat(parked.at("/1/remedies").findValuesAsText("do")).containsExactly("retry", "call-off");
    }

    @Test
    void lists_in_pages() {
        List<String> ids = new ArrayList<>();
        SampleOrder order = office.order();
        for (int number = 1; number <= ParkedList.MOST + 1; number++) {
            PurchaseRow row = office.asking(order);
            office.rows.save(new PurchaseRow(
                            row.orderId(),
                            number,
                            0,
                            row.status(),
                            row.purchaseOn(),
                            row.lines(),
                            row.technicalContact(),
                            row.vendor(),
                            null,
                            null,
                            row.progress())
                    .parked(Phrase.VENDOR_SILENT.with(), NOW.plusSeconds(number)));
        }
        APIGatewayV2HTTPResponse first = office.lists("GET /desk/parked");
        String next = first.getHeaders().get("link").replaceAll(".*after=([^>]*)>.*", "$1");
        JsonNode second = json(office.answer(LambdaEvent.of("desk-parked").with("/queryStringParameters/after", next)));
        json(first).forEach(entry -> ids.add(entry.at("/part").asText()));
        assertThat(ids).hasSize(ParkedList.MOST).doesNotHaveDuplicates().first().isEqualTo("purchase-1");
        assertThat(second).hasSize(1);
        assertThat(second.at("/0/part").asText()).isEqualTo("purchase-" + (ParkedList.MOST + 1));
    }

    @Test
    void refuses_a_page_that_no_answer_named() {
        LambdaEvent event = LambdaEvent.of("desk-parked").with("/queryStringParameters/after", "nonsense");
        assertThat(office.answer(event).getStatusCode()).isEqualTo(422);
    }

    @Test
    void retries_once_however_often_it_is_said() {
        SampleOrder order = office.order();
        office.rows.save(Buying.refused(office.asking(order), Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        assertThat(office.calls(RETRY, order, "").getStatusCode()).isEqualTo(200);
        PurchaseRow retried = office.row(order);
        assertThat(retried.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(office.calls(RETRY, order, "").getStatusCode()).isEqualTo(200);
        assertThat(office.row(order)).isEqualTo(retried);
    }

    @Test
    void does_not_retry_what_is_on_its_way() {
        SampleOrder order = office.order();
        office.rows.save(office.asking(order));
        APIGatewayV2HTTPResponse answer = office.calls(RETRY, order, "");
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/purchase/status").asText()).isEqualTo("purchasing");
    }

    @Test
    void calls_off_what_was_refused_and_not_what_may_be_sold() {
        SampleOrder refused = office.order();
        office.rows.save(Buying.refused(office.asking(refused), Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        assertThat(office.calls(CALL_OFF, refused, "").getStatusCode()).isEqualTo(200);
        assertThat(office.calls(CALL_OFF, refused, "").getStatusCode()).isEqualTo(200);
        assertThat(office.row(refused).status()).isEqualTo(Status.CANCELLED);
        SampleOrder silent = office.order();
        office.rows.save(office.asking(silent).parked(Phrase.VENDOR_SILENT.with(), NOW));
        assertThat(office.calls(CALL_OFF, silent, "").getStatusCode()).isEqualTo(409);
        assertThat(office.row(silent).status()).isEqualTo(Status.PURCHASING);
    }

    @Test
    @Tag("S45")
    void accepts_what_was_sold_and_parks_the_rest_as_a_purchase_of_its_own() {
        SampleOrder order = office.soldPartly(1, 2);
        assertThat(office.calls(ACCEPT, order, "{}").getStatusCode()).isEqualTo(422);
        assertThat(office.calls(ACCEPT, order, "{\"reason\": \"agreed by telephone\"}")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(office.calls(ACCEPT, order, "{\"reason\": \"again\"}").getStatusCode())
                .isEqualTo(200);
        List<PurchaseRow> both = office.rows.purchases(order.id());
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().sale().accepted()).isEqualTo("agreed by telephone");
        assertThat(both.getFirst().lines().numbers()).containsExactly(1, 2);
        assertThat(both.getLast().lines().numbers())
                .doesNotContain(1, 2)
                .hasSize(order.row().plans().getFirst().lines().numbers().size() - 2);
        assertThat(both.getLast().isParked()).isTrue();
    }

    @Test
    void has_nothing_to_accept_where_nothing_was_sold_otherwise() {
        SampleOrder order = office.task();
        assertThat(office.calls(ACCEPT, order, "{\"reason\": \"why not\"}").getStatusCode())
                .isEqualTo(409);
    }

    @Test
    @Tag("S3")
    void sends_a_refused_confirmation_to_the_corrected_address() {
        SampleOrder order = office.order();
        office.rows.save(
                office.rows.order(order.id()).orElseThrow().parked(Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        String body = "{\"instead\": \"" + order.customer() + "\", \"use\": \"orders@muster.example\"}";
        assertThat(office.calls(ADDRESS, order, body).getStatusCode()).isEqualTo(200);
        OrderRow corrected = office.rows.order(order.id()).orElseThrow();
        assertThat(corrected.progress().isParked()).isFalse();
        assertThat(corrected.progress().deadlines()).containsEntry(Deadline.LOST, NOW);
        assertThat(corrected.asItStands(order.order()).customer().email())
                .isEqualTo(new Email("orders@muster.example"));
        assertThat(office.calls(ADDRESS, order, body).getStatusCode()).isEqualTo(200);
        assertThat(office.rows.order(order.id()).orElseThrow()).isEqualTo(corrected);
        String again = "{\"instead\": \"orders@muster.example\", \"use\": \"right@muster.example\"}";
        assertThat(office.calls(ADDRESS, order, again).getStatusCode()).isEqualTo(200);
        assertThat(office.rows
                        .order(order.id())
                        .orElseThrow()
                        .asItStands(order.order())
                        .customer()
                        .email())
                .isEqualTo(new Email("right@muster.example"));
    }

    @Test
    @Tag("S14")
    void corrects_the_address_of_whom_the_team_contacts() {
        SampleOrder order = office.order("project");
        String body = "{\"instead\": \"petra@example-inc.example\", \"use\": \"p.project@example-inc.example\"}";
        assertThat(office.calls(ADDRESS, order, body).getStatusCode()).isEqualTo(200);
        Order corrected = office.rows.order(order.id()).orElseThrow().asItStands(order.order());
        assertThat(corrected.contactForServices().email()).isEqualTo(new Email("p.project@example-inc.example"));
        assertThat(corrected.customer()).isEqualTo(order.order().customer());
    }

    @Test
    void corrects_no_address_that_the_order_does_not_have() {
        SampleOrder order = office.order();
        String body = "{\"instead\": \"nobody@muster.example\", \"use\": \"orders@muster.example\"}";
        assertThat(office.calls(ADDRESS, order, body).getStatusCode()).isEqualTo(422);
        assertThat(office.calls(ADDRESS, order, "{\"instead\": 1}").getStatusCode())
                .isEqualTo(422);
        assertThat(office.calls(ADDRESS, order, "{").getStatusCode()).isEqualTo(400);
    }

    @Test
    void retries_a_confirmation_that_was_parked_only() {
        SampleOrder order = office.order();
        assertThat(office.calls(RETRY_CONFIRMATION, order, "").getStatusCode()).isEqualTo(409);
        office.rows.save(office.rows
                .order(order.id())
                .orElseThrow()
                .parked(Phrase.CONFIRMATION_MAIL_REFUSED.with("too large"), NOW));
        assertThat(office.calls(RETRY_CONFIRMATION, order, "").getStatusCode()).isEqualTo(200);
        assertThat(office.calls(RETRY_CONFIRMATION, order, "").getStatusCode()).isEqualTo(200);
        assertThat(office.rows.order(order.id()).orElseThrow().awaitsSending()).isTrue();
    }

    @Test
    void knows_no_order_and_no_purchase_that_never_was() {
        assertThat(office.calls(RETRY, SampleOrder.of("kinds"), "").getStatusCode())
                .isEqualTo(404);
        assertThat(office.calls(RETRY, office.order(), "").getStatusCode()).isEqualTo(404);
    }
}
