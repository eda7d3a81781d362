package afterorder.run;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Tells what happens to each order, whoever posted it: it learns of them from the calls that pass the edge. */
final class Story implements Interceptor {
    private static final Set<String> READING = Set.of("GetItem", "Query", "Scan", "GetObject", "HeadObject");
    private static final Duration PACE = Duration.ofMillis(100);

    private final OrdersApi api;
    private final PrintStream out;
    private final Map<String, Chapter> chapters = new ConcurrentSkipListMap<>();

    Story(OrdersApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    @Override
    public void after(Call call, Outcome outcome) {
        boolean written = outcome.status() == 200 && !READING.contains(call.operation());
        if (written) call.orderId().ifPresent(this::stir);
    }

    /** Goes on with those orders of an earlier run that were still under way. */
    void resume(Collection<String> ids) {
        for (String id : ids) {
            api.find(id).filter(state -> !state.isAtRest()).ifPresent(state -> chapters.put(id, new Chapter(state)));
        }
    }

    /** @throws OrdersApi.Refused when the order is not taken */
    void begin(Path order) {
        stir(api.post(order));
    }

    /** What is written before an order's row, its lines, makes no order yet: the row's own write stirs again. */
    private void stir(String id) {
        chapters.computeIfAbsent(id, Chapter::new).stir();
    }

    /** Tells until every order is done, parked, or waits for its date; at the longest so long. */
    void tellUntilAtRest(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (tell() && System.nanoTime() < end) Thread.sleep(PACE);
    }

    void tellForever() throws InterruptedException {
        while (true) {
            tell();
            Thread.sleep(PACE);
        }
    }

    /** Whether every order has got where only a date or a team moves it on; says of each that has not why. */
    boolean endedWell() {
        boolean well = true;
        for (Chapter chapter : chapters.values()) {
            boolean itsWell = chapter.isAtRest() && !chapter.latest().isParked();
            if (!itsWell && chapter.latest() != null)
                out.println(chapter.latest().summary());
            well &= itsWell;
        }
        return well;
    }

    /** @return whether there is more to come */
    private boolean tell() {
        boolean more = false;
        for (Map.Entry<String, Chapter> entry : chapters.entrySet()) {
            Chapter chapter = entry.getValue();
            if (chapter.isNews()) tell(entry.getKey(), chapter);
            more |= !chapter.isAtRest();
        }
        return more;
    }

    private void tell(String id, Chapter chapter) {
        chapter.look();
        try {
            api.find(id).ifPresentOrElse(state -> tell(state, chapter), () -> chapters.remove(id));
        } catch (OrdersApi.Refused failing) {
            out.println("order " + id + " cannot be shown now: " + failing.getMessage());
        }
    }

    private void tell(OrderState state, Chapter chapter) {
        chapter.tell(state, out);
        if (chapter.isAtRest()) out.println(chapter.latest().summary());
    }
}
