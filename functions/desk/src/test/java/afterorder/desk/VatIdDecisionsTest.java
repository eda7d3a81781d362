package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.tax.TaxChecking;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdStatus;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an order is taxed whose VAT ID is not confirmed. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class VatIdDecisionsTest {
    private static final String DECIDE = "POST /desk/orders/{id}/vat-id";
    private static final String DOMESTIC = "{\"treatment\": \"domestic\", \"reason\": \"no proof\"}";

    private final DeskOffice office;

    VatIdDecisionsTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @Test
    void names_the_call_that_decides_and_lets_the_purchase_go_on() {
        SampleOrder order = refuted();
        JsonNode parked = json(office.lists("GET /desk/parked"));
        assertThat(parked.at("/0/reason").asText()).contains("FR83404833048", "not valid");
        assertThat(parked.at("/0/remedies").findValuesAsText("do")).containsExactly("retry", "decide-tax");
        assertThat(parked.at("/0/remedies/1/call").asText()).isEqualTo("POST /desk/orders/" + order.id() + "/vat-id");

        APIGatewayV2HTTPResponse decided = office.calls(DECIDE, order, DOMESTIC);
        assertThat(decided.getStatusCode()).as(decided.getBody()).isEqualTo(200);
        assertThat(json(decided).get("treatment").asText()).isEqualTo("domestic");
        assertThat(office.rows.vatId(order.id()).status()).isEqualTo(VatIdStatus.DECIDED);
        PurchaseRow row = office.row(order);
        assertThat(row.isParked()).isFalse();
        assertThat(row.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(json(office.lists("GET /desk/parked"))).isEmpty();
    }

    @Test
    void answers_a_repetition_the_same_and_refuses_another_decision() {
        SampleOrder order = refuted();
        APIGatewayV2HTTPResponse first = office.calls(DECIDE, order, DOMESTIC);
        PurchaseRow row = office.row(order);
        assertThat(office.calls(DECIDE, order, DOMESTIC, NOW.plusSeconds(60)).getBody())
                .isEqualTo(first.getBody());
        APIGatewayV2HTTPResponse other = office.calls(DECIDE, order, DOMESTIC.replace("domestic", "reverse-charge"));
        assertThat(other.getStatusCode()).isEqualTo(409);
        assertThat(office.row(order)).isEqualTo(row);
        assertThat(office.rows.vatId(order.id()).decision().treatment()).isEqualTo(Treatment.DOMESTIC);
    }

    @Test
    void decides_nothing_where_nothing_waits_for_it() {
        SampleOrder order = office.order("abroad");
        office.rows.save(purchased(order));
        assertThat(office.calls(DECIDE, order, DOMESTIC).getStatusCode()).isEqualTo(409);
        assertThat(office.rows.vatId(order.id()).version()).isZero();
    }

    @Test
    void names_every_mistake_at_once() {
        APIGatewayV2HTTPResponse answer = office.calls(DECIDE, refuted(), "{\"treatment\": \"none\", \"because\": 1}");
        assertThat(answer.getStatusCode()).isEqualTo(422);
        assertThat(answer.getBody()).contains("/treatment", "/reason", "/because");
    }

    private SampleOrder refuted() {
        SampleOrder order = office.order("abroad");
        Statement invalid = Phrase.VAT_ID_INVALID.with("FR83404833048", "nicht vergeben", "not assigned");
        PurchaseRow row = purchased(order);
        office.rows.save(row.withProgress(TaxChecking.refuted(row.progress(), invalid, NOW)));
        return order;
    }

    private PurchaseRow purchased(SampleOrder order) {
        PurchaseRow asking = office.asking(order);
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.NONE, List.of("keys.json"), null), NOW);
        return Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW);
    }
}
