package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InOpenShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import java.util.List;
import java.util.stream.Stream;

/** A reader's mail program shows an order's mails together, and none of them is answered by a machine. */
@InOpenShop
class MailThreadTest {

    @InBothLanguages
    void each_mail_answers_the_confirmation_names_both_order_numbers_and_is_answered_by_a_person(
            Language language, Shop shop) {
        AnOrder order = anOrder().in(language).withDataCenter();
        String id = shop.completes(order).get("id").textValue();
        List<Letter> toCustomer = shop.mailbox().to(order.customerEmail());
        List<Letter> toContact = shop.mailbox().to(order.contactEmail());
        assertThat(toCustomer).hasSize(2);
        assertThat(toContact).isNotEmpty();

        Letter confirmation = toCustomer.getFirst();
        assertThat(confirmation.header("Message-ID")).endsWith("@eu-central-1.amazonses.com>");
        assertThat(confirmation.header("In-Reply-To")).isEmpty();
        Stream.concat(toCustomer.stream().skip(1), toContact.stream()).forEach(letter -> {
            assertThat(letter.header("In-Reply-To")).isEqualTo(confirmation.header("Message-ID"));
            assertThat(letter.header("References")).isEqualTo(confirmation.header("Message-ID"));
        });
        Stream.concat(toCustomer.stream(), toContact.stream()).forEach(letter -> {
            assertThat(letter.subject()).contains(id, "4500012345");
            assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(letter.header("Reply-To")).isEqualTo("service@reseller.example");
        });
    }
}
