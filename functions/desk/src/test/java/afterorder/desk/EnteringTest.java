package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.notice.Notice;
import afterorder.order.notice.Outbox;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class EnteringTest {
    static final String KEY = "AAABjQ0ODAoPeNpKEYKEYKEY".repeat(6);
    private static final String LINK = "POST /desk/purchases/{id}/{n}/link";

    private final DeskOffice office;

    EnteringTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @Test
    void lists_what_is_to_be_bought_and_marks_what_is_overdue() {
        SampleOrder order = office.task();
        JsonNode task = json(office.lists("GET /desk/purchases")).get(0);
        assertThat(task.at("/orderId").asText()).isEqualTo(order.id().value());
        assertThat(task.at("/overdue").asBoolean()).isFalse();
        assertThat(task.at("/keysNeeded").asInt()).isEqualTo(5);
        assertThat(task.at("/lines/2/number").asInt()).isEqualTo(3);
        assertThat(task.at("/lines/2/quantity").asInt()).isEqualTo(3);
        assertThat(task.at("/technicalContact/email").asText()).contains("@");
        JsonNode later = json(office.calls("GET /desk/purchases", order, "", NOW.plus(DeskOffice.UNTIL_REMINDED)));
        assertThat(later.get(0).at("/overdue").asBoolean()).isTrue();
    }

    @Test
    @Tag("S37")
    void asks_the_vendor_as_soon_as_everything_is_in_however_many_calls_it_took() {
        SampleOrder order = office.task();
        enters(order, entry("AT-1", "existing", license(1, "SEN-1234567"), license(2, "SEN-1234568")));
        assertThat(office.row(order).progress().deadlines()).doesNotContainKey(Deadline.NEXT_ATTEMPT);
        enters(order, entry(null, null, license(3, "SEN-31"), license(3, "SEN-32")));
        enters(order, entry(null, null, license(3, "SEN-33")));
        PurchaseRow complete = office.row(order);
        assertThat(complete.progress().deadlines())
                .containsEntry(Deadline.NEXT_ATTEMPT, NOW)
                .doesNotContainKey(Deadline.DESK);
        assertThat(complete.vendor().desk().vendorOrder()).isEqualTo("AT-1");
        assertThat(complete.vendor().desk().keyObjects()).hasSize(1);
        assertThat(office.entered(order)).hasSize(5);
        enters(order, entry(null, null, license(3, "SEN-33")));
        assertThat(office.row(order)).isEqualTo(complete);
    }

    @Test
    void lets_a_wrong_key_a_wrong_sen_and_a_wrong_order_number_be_corrected() {
        SampleOrder order = office.task();
        enters(order, entry("AT-1", "none", license(1, "SEN-1234567"), license(3, "SEN-99")));
        ObjectNode right = license(1, "SEN-1234567").put("key", KEY + "==");
        ObjectNode correction = entry("AT-2", null, right, license(3, "SEN-31"));
        correction.putArray("withdraw").add("SEN-99");
        enters(order, correction);
        assertThat(office.entered(order))
                .containsExactly(
                        new EnteredLicense(1, "SEN-1234567", KEY + "=="), new EnteredLicense(3, "SEN-31", KEY));
        assertThat(office.row(order).vendor().desk().vendorOrder()).isEqualTo("AT-2");
        assertThat(office.row(order).vendor().desk().account()).isEqualTo(Account.NONE);
    }

    @Test
    @Tag("S45")
    void takes_a_vendor_s_order_for_one_purchase_only_until_it_is_corrected_there() {
        SampleOrder one = office.task();
        SampleOrder other = office.task();
        enters(one, entry("AT-1", null));
        enters(one, entry("AT-1", "none"));
        PurchaseRow before = office.row(other);
        for (String number : List.of("AT-1", "at-1")) {
            APIGatewayV2HTTPResponse refused = office.enters(
                    other, entry(number, "none", license(1, "SEN-7")).toString());
            assertThat(refused.getStatusCode()).isEqualTo(422);
            assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("/vendorOrder");
            assertThat(json(refused).at("/errors/0/detail").asText())
                    .isEqualTo("is entered for order " + one.id() + ", purchase-1 already");
        }
        assertThat(office.row(other)).isEqualTo(before);

        enters(one, entry("AT-2", null));
        enters(other, entry("AT-1", null));
        assertThat(office.enters(one, entry("AT-1", null).toString()).getStatusCode())
                .isEqualTo(422);
        enters(one, entry("AT-3", null));
        assertThat(office.row(one).vendor().desk().vendorOrder()).isEqualTo("AT-3");
        assertThat(office.row(other).vendor().desk().vendorOrder()).isEqualTo("AT-1");
    }

    @Test
    @Tag("S45")
    void gives_a_vendor_s_order_that_is_entered_for_many_purchases_at_once_to_one() {
        List<SampleOrder> orders = Stream.generate(office::task).limit(4).toList();
        List<CompletableFuture<Integer>> calls = orders.stream()
                .map(order -> CompletableFuture.supplyAsync(() ->
                        office.enters(order, entry("AT-1", null).toString()).getStatusCode()))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 422, 422, 422);
        assertThat(orders.stream()
                        .filter(order -> office.row(order).vendor().desk().vendorOrder() != null))
                .hasSize(1);
    }

    @Test
    @Tag("S41")
    @Tag("S42")
    void takes_up_an_account_that_was_given_up_as_unverified() {
        SampleOrder order = office.unverified();
        assertThat(office.enters(order, entry("AT-1", null).toString()).getStatusCode())
                .isEqualTo(409);
        enters(order, entry(null, "verified"));
        PurchaseRow row = office.row(order);
        assertThat(row.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
        assertThat(row.vendor().desk().account()).isEqualTo(Account.VERIFIED);
        enters(order, entry(null, "verified"));
        assertThat(office.row(order)).isEqualTo(row);
    }

    @Test
    void tells_every_violation_at_once_and_keeps_nothing() {
        SampleOrder order = office.task();
        ObjectNode swapped =
                Json.MAPPER.createObjectNode().put("line", 1).put("sen", KEY).put("key", "short" + KEY + "!");
        JsonNode unreadable =
                json(office.enters(order, entry("AT 1", "maybe", swapped).toString()));
        assertThat(unreadable.at("/errors").findValuesAsText("pointer"))
                .containsExactly("/vendorOrder", "/account", "/licenses/0/sen", "/licenses/0/key");
        JsonNode impossible = json(office.enters(
                order,
                entry(
                                "AT-1",
                                "none",
                                license(4, "SEN-1"),
                                license(2, "SEN-2"),
                                license(1, "SEN-3"),
                                license(1, "SEN-3"))
                        .toString()));
        assertThat(impossible.at("/errors").findValuesAsText("pointer"))
                .containsExactly("/licenses/0/line", "/licenses/1/sen", "/licenses/3/sen", "/licenses/3/line");
        assertThat(office.row(order).vendor().desk().vendorOrder()).isNull();
        assertThat(office.told()).doesNotContain(KEY);
    }

    @Test
    void takes_no_more_than_500_licenses_at_once() {
        ObjectNode[] many = new ObjectNode[501];
        for (int each = 0; each < many.length; each++) many[each] = license(3, "SEN-" + each);
        APIGatewayV2HTTPResponse answer =
                office.enters(office.task(), entry(null, null, many).toString());
        assertThat(answer.getStatusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo("/licenses");
    }

    @Test
    void loses_nothing_that_two_persons_enter_at_once() {
        SampleOrder order = office.task();
        CompletableFuture<?> one =
                CompletableFuture.runAsync(() -> enters(order, entry("AT-1", null, license(3, "SEN-31"))));
        CompletableFuture<?> other =
                CompletableFuture.runAsync(() -> enters(order, entry(null, "none", license(3, "SEN-32"))));
        CompletableFuture.allOf(one, other).join();
        assertThat(office.entered(order)).extracting(EnteredLicense::sen).containsExactlyInAnyOrder("SEN-31", "SEN-32");
        assertThat(office.row(order).vendor().desk().vendorOrder()).isEqualTo("AT-1");
        assertThat(office.row(order).vendor().desk().account()).isEqualTo(Account.NONE);
    }

    @Test
    @Tag("S49")
    void tells_a_key_to_nobody() {
        SampleOrder order = office.task();
        enters(order, entry("AT-1", "none", license(1, "SEN-1234567")));
        office.enters(order, "{\"licenses\": [" + KEY);
        office.enters(order, "{\"licenses\": [{\"line\": \"" + KEY + "\", \"sen\": \"" + KEY + "\"}]}");
        office.lists("GET /desk/purchases");
        assertThat(office.told()).doesNotContain(KEY);
        assertThat(office.row(order).toString() + Json.MAPPER.valueToTree(office.row(order)))
                .doesNotContain(KEY);
        assertThat(office.entered(order).toString()).doesNotContain(KEY);
    }

    @Test
    void gives_up_a_task_of_which_nothing_was_entered_only() {
        String callOff = "DELETE /desk/orders/{id}/purchases/{n}";
        SampleOrder untouched = office.task();
        assertThat(office.calls(callOff, untouched, "").getStatusCode()).isEqualTo(200);
        assertThat(office.row(untouched).status()).isEqualTo(Status.CANCELLED);
        SampleOrder bought = office.task();
        enters(bought, entry("AT-1", null));
        assertThat(office.calls(callOff, bought, "").getStatusCode()).isEqualTo(409);
        assertThat(office.enters(untouched, entry("AT-1", null).toString()).getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void mails_a_new_link_that_voids_the_earlier_ones() {
        SampleOrder order = office.task();
        PurchaseRow mailed = office.row(order);
        Progress told = mailed.progress();
        office.rows.save(mailed.withProgress(new Progress(
                told.attempt(), 0, told.deadlines(), null, null, Outbox.EMPTY, told.history(), List.of())));
        assertThat(office.calls(LINK, order, "").getStatusCode()).isEqualTo(200);
        assertThat(office.calls(LINK, order, "").getStatusCode()).isEqualTo(200);
        assertThat(office.row(order).vendor().desk().link()).isEqualTo(2);
        assertThat(office.row(order).progress().outbox().notices()).containsExactly(new Notice.DeskTask(2));
    }

    private void enters(SampleOrder order, JsonNode entry) {
        APIGatewayV2HTTPResponse answer = office.enters(order, entry.toString());
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    }

    private static ObjectNode entry(String vendorOrder, String account, ObjectNode... licenses) {
        ObjectNode entry = Json.MAPPER.createObjectNode();
        if (vendorOrder != null) entry.put("vendorOrder", vendorOrder);
        if (account != null) entry.put("account", account);
        for (ObjectNode license : licenses) entry.withArray("licenses").add(license);
        return entry;
    }

    private static ObjectNode license(int line, String sen) {
        return Json.MAPPER.createObjectNode().put("line", line).put("sen", sen).put("key", KEY);
    }
}
