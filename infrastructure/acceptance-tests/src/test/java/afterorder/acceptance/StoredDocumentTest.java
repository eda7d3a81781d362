package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function dies when its document is stored: the next one finds it there, and that it is the same. */
class StoredDocumentTest {

    @Test
    @Tag("S26")
    @Tag("S45")
    void a_document_that_was_stored_when_its_function_died_is_issued_all_the_same(@TempDir Path data) {
        try (Shop shop = Shop.open(data)) {
            AnOrder order = anOrder().withDataCenter(1).withService().with(root -> root.put("commissioned", true));
            long confirming = dies(shop, "OrderConfirmation");
            String id = shop.places(order);
            shop.minutesPassUntil(() -> shop.order(id).at("/purchases/0").has("invoice"));
            String invoice = shop.order(id).at("/purchases/0/invoice/number").textValue();
            assertThat(shop.faults().strikesOf(confirming)).isEqualTo(1);

            long correcting = dies(shop, "InvoiceCorrection");
            assertThat(shop.desk("POST", "invoices/" + invoice + "/cancellation", "{\"reason\": \"wrong\"}", id)
                            .statusCode())
                    .isEqualTo(202);
            shop.minutesPassUntil(
                    () -> shop.order(id).at("/corrections/0/status").asText().equals("sent"));
            assertThat(shop.faults().strikesOf(correcting)).isEqualTo(1);

            TeamDoor team = new TeamDoor(shop, id);
            team.contacts(TeamDoor.CLARA);
            team.worked(TeamDoor.CLARA);
            long recording = dies(shop, "ServiceScheduling");
            team.does("POST", "closing", "");
            shop.minutesPassUntil(() -> shop.mailbox().to(order.customerEmail()).size() >= 4);
            assertThat(shop.faults().strikesOf(recording)).isEqualTo(1);
            assertThat(team.engagement().at("/record/number").isTextual()).isTrue();
        }
    }

    /** @return the rule by which the function dies after it has stored something */
    private static long dies(Shop shop, String function) {
        return shop.faults()
                .strike("{\"function\": \"%s\", \"operation\": \"PutObject\", \"do\": \"kill-after\", \"times\": 1}"
                        .formatted(function));
    }
}
