package afterorder.order.service;

import java.util.Optional;

/** What stands in the way of agreeing on something, or of working, whatever it is. */
final class Underway {
    private Underway() {}

    /** Empty when the customer was contacted, somebody owns the engagement, and its work is not closed. */
    static Optional<Obstacle> obstacle(EngagementRow row) {
        return switch (row.status()) {
            case WAITING -> Optional.of(Obstacle.NOT_COMMISSIONED);
            case COMMISSIONED -> Optional.of(Obstacle.NOT_CONTACTED);
            case CONTACTED -> Optional.empty();
            case CLOSED -> Optional.of(Obstacle.CLOSED);
            case DONE, CANCELLED -> Optional.of(Obstacle.ENDED);
        };
    }
}
