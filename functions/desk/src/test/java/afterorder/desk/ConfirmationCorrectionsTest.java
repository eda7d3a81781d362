package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.confirmation.OrderRow;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A confirmation that is out is corrected by another one. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S5")
class ConfirmationCorrectionsTest {
    private static final String CORRECT = "POST /desk/orders/{id}/confirmation/correction";
    private static final String WISH = """
            {"confirmation": {"orderNumber": "%s"}, "reason": "wished by phone"}""";

    private final DeskOffice office;

    ConfirmationCorrectionsTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @Test
    void has_a_corrected_one_sent_once() {
        SampleOrder order = confirmed();
        APIGatewayV2HTTPResponse first = office.calls(CORRECT, order, WISH.formatted("NEW-1"));
        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(202);
        OrderRow wanted = row(order);
        assertThat(wanted.amendments().wishes().orderNumber()).isEqualTo("NEW-1");
        assertThat(wanted.progress().overdueAt(NOW)).isPresent();
        APIGatewayV2HTTPResponse again = office.calls(CORRECT, order, WISH.formatted("NEW-1"), NOW.plusSeconds(60));
        assertThat(again.getStatusCode()).isEqualTo(202);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(row(order)).isEqualTo(wanted);
    }

    @Test
    void corrects_nothing_that_is_not_sent() {
        SampleOrder order = office.order();
        OrderRow before = row(order);
        APIGatewayV2HTTPResponse answer = office.calls(CORRECT, order, WISH.formatted("NEW-1"));
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/confirmation/status").asText()).isEqualTo("received");
        assertThat(row(order)).isEqualTo(before);
    }

    @Test
    void names_every_mistake_at_once() {
        APIGatewayV2HTTPResponse answer = office.calls(
                CORRECT, confirmed(), "{\"confirmation\": {\"language\": \"fr\", \"applyTo\": [\"mail\"]}}");
        assertThat(answer.getStatusCode()).isEqualTo(422);
        assertThat(json(answer).get("errors").findValuesAsText("pointer"))
                .contains("/confirmation/language", "/confirmation/applyTo/0", "/reason");
    }

    private SampleOrder confirmed() {
        SampleOrder order = office.order();
        office.rows.save(row(order)
                .sending("AB-2026-00017", LocalDate.of(2026, 11, 23), NOW)
                .sent("first@mail.example", NOW));
        return order;
    }

    private OrderRow row(SampleOrder order) {
        return office.rows.order(order.id()).orElseThrow();
    }
}
