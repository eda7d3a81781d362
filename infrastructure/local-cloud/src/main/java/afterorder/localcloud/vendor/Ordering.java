package afterorder.localcloud.vendor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Places orders: one reference, one outcome, however often and however simultaneously it is asked for. */
final class Ordering {

    private final OrderBook book;
    private final Contacts contacts;
    private final Instructions instructions;
    private final WebhookSender webhooks;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param instructions each is taken by the next order that is not in the book yet */
    Ordering(
            OrderBook book, Contacts contacts, Instructions instructions, WebhookSender webhooks, InstantSource clock) {
        this.book = book;
        this.contacts = contacts;
        this.instructions = instructions;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    Answer place(String reference, Order order) throws InterruptedException {
        ReentrantLock lock = lock(reference);
        Instruction.Silence silence;
        try {
            var known = book.find(reference);
            if (known.isPresent()) {
                return known.get().order().equals(order) ? Told.order(known.get(), 200) : Answer.error(409, "conflict");
            }
            Instruction next = instructions.nextPlace();
            if (!(next instanceof Instruction.Silence silent)) return follow(next, reference, order);
            silence = silent;
        } finally {
            lock.unlock();
        }
        // Outside the lock: who gave up waiting may place the same order again.
        return silence.strike().orElseThrow();
    }

    /**
     * Gives a pending order its outcome, and tells it by webhook.
     *
     * @param refusal why it is not sold; what is sold otherwise is what the deviation makes of the order
     * @param times how often the webhook is delivered
     * @throws IllegalArgumentException when no such order is pending
     */
    OrderBook.Entry complete(String reference, Optional<String> refusal, Instruction.Deviation deviation, int times) {
        ReentrantLock lock = lock(reference);
        try {
            Order order = book.find(reference)
                    .filter(entry -> entry.outcome() instanceof Outcome.Pending)
                    .orElseThrow(() -> new IllegalArgumentException("no order is pending as " + reference))
                    .order();
            OrderBook.Entry entry = refusal.isPresent()
                    ? book.refuse(reference, order, refusal.get(), now())
                    : sell(reference, order, deviation::apply);
            webhooks.tell(entry, times);
            return entry;
        } finally {
            lock.unlock();
        }
    }

    private Answer follow(@Nullable Instruction instruction, String reference, Order order)
            throws InterruptedException {
        return switch (instruction) {
            case Instruction.Fault fault -> {
                Optional<Answer> struck = fault.strike();
                yield struck.isPresent() ? struck.get() : Told.order(sell(reference, order), 201);
            }
            case Instruction.Refuse(String reason) -> Told.order(book.refuse(reference, order, reason, now()), 201);
            case Instruction.Pending() -> Told.order(book.pend(reference, order, now()), 201);
            case Instruction.Deviation deviation -> Told.order(sell(reference, order, deviation::apply), 201);
            case Instruction.LoseAnswer() -> {
                sell(reference, order);
                yield new Answer.Cut();
            }
            case Instruction.Forget() -> {
                book.forget(sell(reference, order));
                yield new Answer.Cut();
            }
            case Instruction.WebhookFirst() -> {
                webhooks.tell(sell(reference, order), 1).join();
                yield Told.pending(reference);
            }
            case Instruction.WebhookInstead() -> {
                webhooks.tell(sell(reference, order), 1).join();
                yield new Answer.Cut();
            }
            case null -> Told.order(sell(reference, order), 201);
        };
    }

    private OrderBook.Entry sell(String reference, Order order) {
        return sell(reference, order, UnaryOperator.identity());
    }

    private OrderBook.Entry sell(String reference, Order order, UnaryOperator<List<Order.Item>> deviation) {
        Optional<String> refusal = order.refusal();
        if (refusal.isPresent()) return book.refuse(reference, order, refusal.get(), now());
        String account = contacts.accountOf(order.technicalContact());
        return book.sell(reference, order, deviation.apply(order.items()), account, now());
    }

    private ReentrantLock lock(String reference) {
        ReentrantLock lock = locks.computeIfAbsent(reference, name -> new ReentrantLock());
        lock.lock();
        return lock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
