package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Shop;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same post twice is one order. */
@InOpenShop
class IdempotencyTest {

    @Test
    void a_repetition_is_answered_as_the_first_post_and_changes_nothing(Shop shop) {
        AnOrder order = anOrder().withDataCenter();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = shop.api().post(order.json(), key);
        String id = Api.json(first.body()).get("id").textValue();
        shop.awaitDone(id);

        HttpResponse<String> again = shop.api().post(order.json(), key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("location")).hasValue("/orders/" + id);
        assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
        assertOneOfEach(shop, order, id);
    }

    @Test
    void ten_posts_at_the_same_moment_are_one_order(Shop shop) {
        AnOrder order = anOrder().withCloud();
        String key = UUID.randomUUID().toString();
        List<HttpResponse<String>> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(n -> shop.api().post(order.json(), key))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.headers()
                        .firstValue("idempotent-replayed")
                        .isEmpty()))
                .hasSize(1);
        String id = Api.json(answers.getFirst().body()).get("id").textValue();
        shop.awaitDone(id);
        assertOneOfEach(shop, order, id);
    }

    @Test
    void another_body_under_the_same_key_is_refused(Shop shop) {
        String key = UUID.randomUUID().toString();
        assertThat(shop.api().post(anOrder().withService().json(), key).statusCode())
                .isEqualTo(201);
        HttpResponse<String> other = shop.api().post(anOrder().withCloud().json(), key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void a_refused_order_does_not_use_its_key_up(Shop shop) {
        String key = UUID.randomUUID().toString();
        assertThat(shop.api().post(anOrder().json(), key).statusCode()).isEqualTo(422);
        assertThat(shop.api().post(anOrder().withService().json(), key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_key_is_demanded(Shop shop) {
        HttpResponse<String> answer = shop.api()
                .send(shop.api()
                        .order(anOrder().withService().json())
                        .header("authorization", "Bearer " + shop.api().token("orders.write")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Idempotency-Key");
    }

    private static void assertOneOfEach(Shop shop, AnOrder order, String id) {
        assertThat(shop.mailbox().to(order.customerEmail())).hasSize(2);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
    }
}
