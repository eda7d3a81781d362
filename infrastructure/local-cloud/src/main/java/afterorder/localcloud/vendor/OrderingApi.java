package afterorder.localcloud.vendor;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Places orders: one reference, one outcome, however often and however simultaneously it is asked for. */
final class OrderingApi {

    private final OrderBook book;
    private final Contacts contacts;
    private final Queue<Instruction> instructions;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param instructions each is taken by the next order that is not in the book yet */
    OrderingApi(OrderBook book, Contacts contacts, Queue<Instruction> instructions, InstantSource clock) {
        this.book = book;
        this.contacts = contacts;
        this.instructions = instructions;
        this.clock = clock;
    }

    Answer find(String reference) {
        return book.find(reference).map(entry -> answer(entry, 200)).orElseGet(() -> Answer.error(404, "not-found"));
    }

    Answer place(String reference, Order order) throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(reference, name -> new ReentrantLock());
        lock.lock();
        try {
            var known = book.find(reference);
            if (known.isEmpty()) return placeNew(reference, order);
            if (!known.get().order().equals(order)) return Answer.error(409, "conflict");
            return answer(known.get(), 200);
        } finally {
            lock.unlock();
        }
    }

    private Answer placeNew(String reference, Order order) throws InterruptedException {
        return switch (instructions.poll()) {
            case Instruction.Fail(int status) -> Answer.error(status, "unavailable");
            case Instruction.Refuse(String reason) -> answer(refuse(reference, order, reason), 201);
            case Instruction.LoseAnswer() -> {
                sell(reference, order);
                yield new Answer.Cut();
            }
            case Instruction.Delay(var time) -> {
                Thread.sleep(time);
                yield answer(sell(reference, order), 201);
            }
            case null -> answer(sell(reference, order), 201);
        };
    }

    private OrderBook.Entry sell(String reference, Order order) {
        var refusal = order.refusal();
        if (refusal.isPresent()) return refuse(reference, order, refusal.get());
        String account = contacts.accountOf(order.technicalContact());
        return book.sell(reference, order, account, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private OrderBook.Entry refuse(String reference, Order order, String reason) {
        return book.refuse(reference, order, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Answer answer(OrderBook.Entry entry, int status) {
        return switch (entry.outcome()) {
            case Outcome.Sold(var order) -> new Answer.Json(status, order);
            case Outcome.Refused(String reason) -> new Answer.Json(422, Map.of("error", "refused", "reason", reason));
        };
    }
}
