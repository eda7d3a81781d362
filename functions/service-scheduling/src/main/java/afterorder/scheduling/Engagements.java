package afterorder.scheduling;

import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.ServiceContact;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Person;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engagements as they are stored, and what becomes of them. */
final class Engagements {
    private final Rows rows;
    private final Orders orders;
    private final Teams teams;

    Engagements(Rows rows, Orders orders, Teams teams) {
        this.rows = rows;
        this.orders = orders;
        this.teams = teams;
    }

    /** An engagement with what it is about. @param placed the order */
    record Found(EngagementRow row, Orders.Placed placed, Team team) {

        /** As it stands. */
        Order order() {
            return placed.asItStands();
        }

        Found with(EngagementRow row) {
            return new Found(row, placed, team);
        }
    }

    Optional<Found> find(OrderId id, int number) {
        return find(RowKey.service(id, number));
    }

    Optional<Found> find(RowKey key) {
        return rows.engagement(key).map(row -> new Found(row, placed(row), teams.team(row.team())));
    }

    private Orders.Placed placed(EngagementRow row) {
        return orders.find(row.orderId()).orElseThrow();
    }

    /**
     * Decides, and writes all that follows together. When others change any of it meanwhile, the wish is asked again about what
     * is there then: so of two who want the same time, one gets it and the other is refused.
     *
     * @return with the row as it is stored now
     * @throws afterorder.order.row.StaleRow when others were faster each time
     */
    Change decide(Found found, Wish wish, Instant now) {
        ServiceContact contact = found.order().contactForServices();
        Person customer = new Person(contact.name(), contact.email());
        Wish.Circumstances given = new Wish.Circumstances(found.team(), customer, rows::calendarDay, now);
        return rows.undisturbed(found.row(), row -> written(wish.about(row, given)));
    }

    private Change written(Change change) {
        if (!(change instanceof Change.Changed changed)) return change;
        List<Row> all = new ArrayList<>(List.of(changed.row()));
        all.addAll(changed.days());
        rows.saveTogether(all);
        EngagementRow row = changed.row();
        return new Change.Changed(row.withVersion(row.version() + 1), changed.days());
    }
}
