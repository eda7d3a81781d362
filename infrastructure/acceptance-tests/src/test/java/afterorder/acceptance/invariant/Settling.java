package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Shop;
import java.time.Duration;

/** How a shop comes to its end in which things went wrong: messages that somebody died with come again, and workflows end. */
public final class Settling {
    /** More than any queue hides a message. */
    private static final Duration UNTIL_MESSAGES_COME_AGAIN = Duration.ofMinutes(13);

    private static final int MOST_TURNS = 12;

    private final Shop shop;
    private final AwsDoor aws;

    private Settling(Shop shop, AwsDoor aws) {
        this.shop = shop;
        this.aws = aws;
    }

    /** Returns when nothing is left, or after some hours. */
    public static void of(Shop shop, AwsDoor aws) {
        new Settling(shop, aws).settle();
    }

    private void settle() {
        for (int turn = 0; turn < MOST_TURNS && !isSettled(); turn++) {
            shop.clock().advances(UNTIL_MESSAGES_COME_AGAIN.toString());
            shop.awaitRest();
        }
    }

    private boolean isSettled() {
        shop.awaitRest();
        boolean isEmpty = aws.depths().values().stream().allMatch(depth -> depth == 0);
        boolean owesNothing = aws.rows().stream()
                .map(WorldRow::of)
                .allMatch(row -> row.data().at("/progress/outbox/notices").isEmpty());
        return isEmpty && owesNothing && aws.running().isEmpty();
    }
}
