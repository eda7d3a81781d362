package afterorder.acceptance.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Stream;

/** The vendor sells nothing for an order of which SES had not taken the confirmation before. */
final class NothingIsBoughtBeforeItsConfirmationIsOut implements Invariant {

    @Override
    public Stream<String> violations(World world) {
        return world.sold().stream()
                .filter(purchase -> !isConfirmedBefore(purchase, world))
                .map(purchase -> "bought before its confirmation was sent: " + purchase.get("reference"));
    }

    /** The first mail of an order is its confirmation; one that came back was taken, too. */
    private static boolean isConfirmedBefore(JsonNode purchase, World world) {
        String order = purchase.get("reference").textValue().split("-")[0];
        if (world.orders().anyMatch(row -> row.key().equals(order) && row.hasMailThatCameBack())) return true;
        Instant boughtAt = Instant.parse(purchase.get("at").textValue());
        return world.mails().stream()
                .anyMatch(mail -> mail.subject().contains(order) && !mail.at().isAfter(boughtAt));
    }
}
