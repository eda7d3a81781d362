package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Amendments;
import afterorder.order.Money;
import afterorder.order.Phrase;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Issue;
import afterorder.order.correction.Wanted;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk may want of an issued invoice. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class InvoiceCorrectionsTest {
    private static final Tax TAX = new Tax(Category.STANDARD, BigDecimal.valueOf(19));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String CANCEL = "POST /desk/invoices/{number}/cancellation";
    private static final String REPLACE = "POST /desk/invoices/{number}/replacement";
    private static final String RETRY = "POST /desk/orders/{id}/corrections/{name}/retry";
    private static final String WHOLLY = "{\"reason\": \"wrong name\"}";
    private static final String CUSTOMER = """
            {"number": "%s", "name": "Muster SE", "email": "neu@muster.example", "vatId": "DE136695976",
             "address": {"street": "Hauptstraße 1", "postalCode": "65189", "city": "Wiesbaden", "country": "DE"}}""";

    private final DeskOffice office;

    InvoiceCorrectionsTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @Test
    void has_an_invoice_taken_back_once_under_one_key() {
        SampleOrder order = invoiced("R-2026-00017");
        APIGatewayV2HTTPResponse first = call(CANCEL, "R-2026-00017", WHOLLY, "key-1");
        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(202);
        assertThat(json(first).get("document").asText()).isEqualTo("cancellation");
        assertThat(json(first).get("invoice").asText()).isEqualTo("R-2026-00017");
        assertThat(json(first).get("status").asText()).isEqualTo("wanted");
        CorrectionRow wanted = only(order);
        assertThat(wanted.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(((Wanted.Cancellation) wanted.wanted()).lines())
                .isEqualTo(office.row(order).lines());

        APIGatewayV2HTTPResponse again = call(CANCEL, "R-2026-00017", WHOLLY, "key-1");
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders()).containsEntry("idempotent-replayed", "true");
        assertThat(only(order)).isEqualTo(wanted);
        assertThat(call(CANCEL, "R-2026-00017", "{\"reason\": \"another\"}", "key-1")
                        .getStatusCode())
                .isEqualTo(422);
        assertThat(call(CANCEL, "R-2026-00017", WHOLLY, "key-2").getStatusCode())
                .isEqualTo(409);
        assertThat(only(order)).isEqualTo(wanted);
    }

    @Test
    void has_each_line_taken_back_once() {
        SampleOrder order = invoiced("R-2026-00018");
        String line = "{\"reason\": \"ordered twice\", \"lines\": [1]}";
        assertThat(call(CANCEL, "R-2026-00018", line, "line-1").getStatusCode()).isEqualTo(202);
        assertThat(call(CANCEL, "R-2026-00018", line, "line-2").getStatusCode()).isEqualTo(409);
        assertThat(call(CANCEL, "R-2026-00018", WHOLLY, "line-3").getBody()).contains("lines [1]");
        assertThat(only(order).wanted()).isInstanceOf(Wanted.Cancellation.class);
        assertThat(call(CANCEL, "R-2026-00018", line.replace("[1]", "[2]"), "line-4")
                        .getStatusCode())
                .isEqualTo(202);
        assertThat(office.rows.corrections(order.id())).hasSize(2);
    }

    @Test
    void lets_one_of_many_at_once_take_it_back() {
        SampleOrder order = invoiced("R-2026-00019");
        List<Integer> answers = Stream.iterate(1, key -> key + 1)
                .limit(8)
                .map(key -> CompletableFuture.supplyAsync(() ->
                        call(CANCEL, "R-2026-00019", WHOLLY, "at-once-" + key).getStatusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnlyOnce(202).allMatch(status -> List.of(202, 409, 503)
                .contains(status));
        only(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R-1999-00001 | {\"reason\": \"x\"} | 404 | ''",
                "R-2026-00020 | {\"lines\": [1]} | 422 | /reason",
                "R-2026-00020 | {\"reason\": \"x\", \"lines\": []} | 422 | /lines",
                "R-2026-00020 | {\"reason\": \"x\", \"lines\": [99]} | 422 | /lines",
                "R-2026-00020 | {\"reason\": \"x\", \"lines\": [2, 1]} | 422 | /lines/1",
                "R-2026-00020 | {\"reason\": \"x\", \"line\": 1} | 422 | /line",
                "R-2026-00020 | no JSON | 400 | ''"
            })
    void refuses_what_cannot_be_taken_back(String number, String body, int status, String pointer) {
        SampleOrder order = invoiced("R-2026-00020");
        APIGatewayV2HTTPResponse answer = call(CANCEL, number, body, "refused");
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(office.rows.corrections(order.id())).isEmpty();
    }

    @Test
    void demands_a_key_and_an_invoice_that_is_sent() {
        SampleOrder order = numbered("R-2026-00021");
        assertThat(call(CANCEL, "R-2026-00021", WHOLLY, "").getStatusCode()).isEqualTo(400);
        assertThat(call(CANCEL, "R-2026-00021", WHOLLY, "early").getStatusCode())
                .isEqualTo(409);
        assertThat(office.rows.corrections(order.id())).isEmpty();
    }

    @Test
    void has_an_invoice_replaced_once_after_it_is_taken_back_wholly() {
        SampleOrder order = invoiced("R-2026-00022");
        String customer = CUSTOMER.formatted(order.order().customer().number());
        String body = "{\"reason\": \"name\", \"customer\": " + customer + "}";
        assertThat(call(REPLACE, "R-2026-00022", body, "too-early").getStatusCode())
                .isEqualTo(409);
        call(CANCEL, "R-2026-00022", WHOLLY, "first");
        assertThat(call(REPLACE, "R-2026-00022", body, "before-that-is-sent").getStatusCode())
                .isEqualTo(409);
        sent(order, "S-2026-00022");
        APIGatewayV2HTTPResponse another = call(REPLACE, "R-2026-00022", body.replace("\"C-", "\"D-"), "other");
        assertThat(another.getStatusCode()).isEqualTo(422);
        assertThat(json(another).at("/errors/0/pointer").asText()).isEqualTo("/customer/number");
        APIGatewayV2HTTPResponse answer = call(REPLACE, "R-2026-00022", body, "second");
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
        assertThat(json(answer).get("document").asText()).isEqualTo("invoice");
        assertThat(json(answer).has("lines")).isFalse();
        assertThat(call(REPLACE, "R-2026-00022", body, "second").getBody()).isEqualTo(answer.getBody());
        assertThat(call(REPLACE, "R-2026-00022", body, "third").getStatusCode()).isEqualTo(409);
        assertThat(office.rows.corrections(order.id())).hasSize(2);
    }

    @Test
    void names_every_mistake_in_the_corrected_customer_at_once() {
        invoiced("R-2026-00023");
        String body = "{\"customer\": {\"number\": \"C-10042\", \"name\": \"\", \"email\": \"nobody\"}}";
        JsonNode errors = json(call(REPLACE, "R-2026-00023", body, "mistakes")).get("errors");
        assertThat(errors.findValuesAsText("pointer"))
                .contains("/customer/name", "/customer/email", "/customer/address", "/reason");
    }

    @Test
    void lists_a_parked_correction_and_lets_it_go_on() {
        SampleOrder order = invoiced("R-2026-00024");
        call(CANCEL, "R-2026-00024", WHOLLY, "parked");
        CorrectionRow parked = office.rows.save(only(order).parked(Phrase.INVOICE_MAIL_REFUSED.with("unknown"), NOW));
        JsonNode entry = json(office.lists("GET /desk/parked")).get(0);
        assertThat(entry.get("part").asText()).isEqualTo(parked.key().part());
        String retry = "POST /desk/orders/" + order.id() + "/corrections/" + parked.name() + "/retry";
        assertThat(entry.at("/remedies/0/call").asText()).isEqualTo(retry);
        assertThat(entry.get("remedies").findValuesAsText("do")).containsExactly("retry", "mail-address");
        for (int time = 0; time < 2; time++) {
            APIGatewayV2HTTPResponse answer = office.answer(LambdaEvent.of("desk")
                    .with("/routeKey", RETRY)
                    .with("/pathParameters/id", order.id().value())
                    .with("/pathParameters/name", parked.name()));
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        }
        assertThat(only(order).progress().isParked()).isFalse();
        assertThat(only(order).progress().deadlines()).containsKey(Deadline.NEXT_ATTEMPT);
    }

    @Test
    void mails_new_links_to_what_takes_an_invoice_back_or_replaces_it() {
        SampleOrder order = invoiced("R-2026-00025");
        call(CANCEL, "R-2026-00025", WHOLLY, "first");
        sent(order, "S-2026-00001");
        String customer = CUSTOMER.formatted(order.order().customer().number());
        call(REPLACE, "R-2026-00025", "{\"reason\": \"name\", \"customer\": " + customer + "}", "second");
        sent(order, "R-2026-00026");
        for (String number : List.of("S-2026-00001", "R-2026-00026")) {
            APIGatewayV2HTTPResponse answer =
                    office.calls("POST /desk/orders/{id}/links", order, "{\"document\": \"%s\"}".formatted(number));
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(202);
        }
        assertThat(office.rows
                        .order(order.id())
                        .orElseThrow()
                        .progress()
                        .outbox()
                        .notices())
                .extracting(owed -> ((Notice.NewLink) owed).document().objectKey())
                .containsExactly(
                        "cancellations/" + order.id() + "/S-2026-00001.pdf",
                        "invoices/" + order.id() + "/R-2026-00026.pdf");
    }

    private void sent(SampleOrder order, String number) {
        CorrectionRow row = office.rows.corrections(order.id()).stream()
                .filter(correction -> correction.issue() == null)
                .findAny()
                .orElseThrow();
        CorrectionRow numbered = row.numbered(new Issue(number, TODAY, TAX, null, null), NOW);
        office.rows.save(numbered.mailing(NOW).sent(List.of(), NOW));
    }

    private CorrectionRow only(SampleOrder order) {
        List<CorrectionRow> corrections = office.rows.corrections(order.id());
        assertThat(corrections).hasSize(1);
        return corrections.getFirst();
    }

    private APIGatewayV2HTTPResponse call(String route, String number, String body, String key) {
        return office.answer(LambdaEvent.of("desk")
                .with("/routeKey", route)
                .with("/pathParameters/number", number)
                .with("/headers/idempotency-key", key)
                .with("/body", body));
    }

    private SampleOrder invoiced(String number) {
        SampleOrder order = numbered(number);
        office.rows.save(BillingSteps.invoiced(BillingSteps.mailing(office.row(order), NOW), NOW));
        return order;
    }

    private SampleOrder numbered(String number) {
        SampleOrder order = office.order();
        PurchaseRow asking = office.asking(order);
        PurchaseRow read = Buying.read(asking, new ReadBack(Account.NONE, List.of("keys.json"), null), NOW);
        PurchaseRow purchased = Buying.completed(read, new Comparison(List.of(), asking.lines()), NOW);
        Money total = Money.zero(order.order().currency());
        Billing billing = new Billing(number, "L-" + number, TODAY, total, TAX, Amendments.NONE, null, null);
        PurchaseRow numbered = BillingSteps.numbered(purchased, billing, NOW);
        office.rows.saveTogether(List.of(numbered, InvoiceRow.of(number, numbered.key())));
        return order;
    }
}
