package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold wherever something died: no purchase, invoice or number twice, and a mail only where it cannot be helped. */
final class Once {
    private final Shop shop;
    private final Set<String> numbers = new HashSet<>();

    Once(Shop shop) {
        this.shop = shop;
    }

    /** An order of the marketplace, in which everything is bought and billed. */
    void isBoughtAndBilled(JsonNode order, KillAfter fault) {
        String id = order.get("id").textValue();
        List<JsonNode> purchases = order.get("purchases").valueStream().toList();
        assertThat(shop.vendor().purchasesOf(id)).as(fault + "").hasSameSizeAs(purchases);
        isNew(order.at("/confirmation/number"), fault);
        purchases.forEach(purchase -> isBilled(purchase, fault));
    }

    void isBilled(JsonNode purchase, KillAfter fault) {
        assertThat(purchase.get("status").textValue()).as(fault + "").isEqualTo("invoiced");
        isNew(purchase.at("/invoice/number"), fault);
        isNew(purchase.at("/deliveryNote/number"), fault);
    }

    /** @param before the mails that there were */
    void isTold(int mails, String address, int before, KillAfter fault) {
        boolean mayBeDoubled =
                fault.fatal().filter(KillAfter.Fatal::isMailUnrecorded).isPresent();
        assertThat(shop.mailbox().to(address).size() - before)
                .as(fault + "")
                .isBetween(mails, mayBeDoubled ? mails + 1 : mails);
    }

    private void isNew(JsonNode number, KillAfter fault) {
        assertThat(number.isTextual() && numbers.add(number.textValue()))
                .as("%s: %s is new", fault, number)
                .isTrue();
    }
}
