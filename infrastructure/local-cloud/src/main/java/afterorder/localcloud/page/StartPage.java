package afterorder.localcloud.page;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code /_local/}: the orders, the clock, and how to post the next order. */
final class StartPage implements Page {
    private static final int MOST = 200;

    private final Observed cloud;
    private final Orders orders;

    StartPage(Observed cloud, Orders orders) {
        this.cloud = cloud;
        this.orders = orders;
    }

    /** @param total how many orders there are, of which the latest are shown */
    record View(List<Orders.Summary> orders, int total, List<ChronoUnit> units, String nextOrder) {}

    @Override
    public Reply answer(Asked asked) {
        List<Orders.Summary> all = orders.all();
        return new Reply.View(
                "start",
                "Orders",
                new View(all.stream().limit(MOST).toList(), all.size(), ClockForm.UNITS, nextOrder()));
    }

    private String nextOrder() {
        return """
               curl -s %1$s/orders \\
                 -H "Authorization: Bearer $(curl -s '%1$s/_local/token?scope=orders.write')" \\
                 -H "Idempotency-Key: $(date +%%s%%N)" \\
                 -H 'Content-Type: application/json' \\
                 -d @events/orders/licenses.json""".formatted(cloud.address());
    }
}
