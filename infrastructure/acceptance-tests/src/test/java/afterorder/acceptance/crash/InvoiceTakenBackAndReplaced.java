package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.invariant.WorldRow;
import afterorder.acceptance.shop.AnOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** An invoice is taken back, and another one issued in its place. */
record InvoiceTakenBackAndReplaced() implements Scenario {

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withDataCenter(2);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.call(
                        "take the invoice back",
                        sight -> sight.status("purchase-1").equals("invoiced"),
                        (client, sight) -> client.desk(
                                "POST", invoice(sight) + "/cancellation", "{\"reason\": \"Falscher Name\"}")),
                Step.call("replace it", sight -> sent(sight) == 1, (client, sight) -> {
                    ObjectNode customer = ((ObjectNode) customer(client)).put("name", "Richtig SE");
                    return client.desk(
                            "POST",
                            invoice(sight) + "/replacement",
                            "{\"reason\": \"Falscher Name\", \"customer\": " + customer + "}");
                }));
    }

    private static String invoice(Sight sight) {
        return "invoices/" + sight.at("purchase-1", "/billing/invoiceNumber");
    }

    private static JsonNode customer(Client client) {
        return afterorder.acceptance.shop.Api.json(client.order().json()).get("customer");
    }

    private static long sent(Sight sight) {
        return sight.rows().values().stream()
                .filter(row -> row.part().startsWith("correction-"))
                .map((WorldRow row) -> row.at("/issue/sentAt"))
                .filter(time -> !time.isEmpty())
                .count();
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sent(sight) == 2;
    }
}
