package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a mailed link after thirteen months, and when it fell into the wrong hands. */
class LinkRenewalTest {

    @Test
    void an_expired_link_is_renewed_three_times_a_day_for_its_reader_alone_and_a_revoked_one_is_not(
            @TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            Map<Language, AnOrder> orders = new EnumMap<>(Language.class);
            Map<Language, String> ids = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                AnOrder order = anOrder().in(language).withService();
                orders.put(language, order);
                ids.put(language, shop.places(order));
                shop.awaitConfirmed(ids.get(language));
            }
            shop.clock().advances("P396D");
            orders.values().forEach(order -> assertThat(
                            shop.api().get(links(shop, order).getFirst()).statusCode())
                    .isEqualTo(302));
            shop.clock().advances("P1D");
            orders.forEach((language, order) -> renewThreeTimes(shop, language, order));
            orders.forEach((language, order) -> revoke(shop, ids.get(language), order));
        }
    }

    private static void renewThreeTimes(Shop shop, Language language, AnOrder order) {
        String expired = links(shop, order).getFirst();
        HttpResponse<String> page = shop.api().get(expired);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains(
                        language.says("Dieser Link ist abgelaufen", "This link has expired"), "<form method=\"post\">")
                .doesNotContain(order.customerEmail(), expired.substring(expired.lastIndexOf('/') + 1));
        assertThat(shop.api().head(expired).statusCode()).isEqualTo(410);

        String answer = asks(shop, expired);
        assertThat(answer).contains(language.says("Danke", "Thank you"));
        for (int mails = 2; mails <= 4; mails++) {
            int expected = mails;
            shop.minutesPassUntil(() -> letters(shop, order).size() == expected);
            shop.minutesPass(2);
            assertThat(asks(shop, expired)).isEqualTo(answer);
        }
        shop.minutesPass(3);
        assertThat(letters(shop, order)).as("the fourth mails nothing").hasSize(4);

        Letter first = letters(shop, order).getFirst();
        Letter renewed = letters(shop, order).getLast();
        assertThat(renewed.subject()).startsWith(language.says("Neuer Link zu AB-", "New link to AB-"));
        assertThat(renewed.header("In-Reply-To")).isEqualTo(first.header("Message-ID"));
        assertThat(renewed.header("References")).isEqualTo(first.header("Message-ID"));
        assertThat(shop.api().get(renewed.links().getFirst()).statusCode()).isEqualTo(302);
        assertThat(shop.api().get(expired).statusCode()).isEqualTo(410);
    }

    private static void revoke(Shop shop, String id, AnOrder order) {
        String link = links(shop, order).getLast();
        String document = shop.order(id).at("/confirmation/number").textValue();
        String body = "{\"document\": \"%s\", \"reason\": \"forwarded\"}".formatted(document);
        assertThat(shop.desk("POST", "orders/" + id + "/links/revocation", body).statusCode())
                .isEqualTo(200);
        HttpResponse<String> page = shop.api().get(link);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Dieser Link gilt nicht mehr").doesNotContain("<form");
        asks(shop, link);
        shop.minutesPass(2);
        assertThat(letters(shop, order)).hasSize(4);

        assertThat(shop.desk("POST", "orders/" + id + "/links", "{\"document\": \"%s\"}".formatted(document))
                        .statusCode())
                .isEqualTo(202);
        shop.minutesPassUntil(() -> letters(shop, order).size() == 5);
        assertThat(shop.api().get(links(shop, order).getLast()).statusCode()).isEqualTo(302);
        assertThat(shop.api().get(link).statusCode()).isEqualTo(410);
    }

    private static String asks(Shop shop, String link) {
        HttpResponse<String> answer = shop.api().postTo(link, "");
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.body();
    }

    private static List<Letter> letters(Shop shop, AnOrder order) {
        return shop.mailbox().to(order.customerEmail());
    }

    private static List<String> links(Shop shop, AnOrder order) {
        return letters(shop, order).stream()
                .map(Letter::links)
                .map(List::getFirst)
                .toList();
    }
}
