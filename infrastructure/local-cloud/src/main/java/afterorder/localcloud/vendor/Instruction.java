package afterorder.localcloud.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the marketplace is told to do at a next call. */
sealed interface Instruction {

    /** What may happen on the way of any call. */
    sealed interface Fault extends Instruction {

        /** The answer that comes instead of the right one. */
        Optional<Answer> strike() throws InterruptedException;
    }

    /** Waits before it does what it is asked, in real time. */
    record Delay(Duration time) implements Fault {
        @Override
        public Optional<Answer> strike() throws InterruptedException {
            Thread.sleep(time);
            return Optional.empty();
        }
    }

    /** Answers a status, and does nothing. */
    record Fail(int status, OptionalInt retryAfterSeconds) implements Fault {
        @Override
        public Optional<Answer> strike() {
            String error = status == 429 ? "too-many-calls" : "unavailable";
            return Optional.of(
                    retryAfterSeconds.isPresent()
                            ? Answer.error(status, error, retryAfterSeconds.getAsInt())
                            : Answer.error(status, error));
        }
    }

    /** Takes the request and does nothing, without an answer; the connection is cut after a time. */
    record Silence(Duration time) implements Fault {
        @Override
        public Optional<Answer> strike() throws InterruptedException {
            Thread.sleep(time);
            return Optional.of(new Answer.Cut());
        }
    }

    record Refuse(String reason) implements Instruction {}

    /** Takes the order, whose outcome is told later. */
    record Pending() implements Instruction {}

    /** Sells, then cuts the connection. */
    record LoseAnswer() implements Instruction {}

    /** Sells, cuts the connection, and knows nothing of it when it is asked: no vendor may do that. */
    record Forget() implements Instruction {}

    /** Sells and has the webhook delivered; only then it answers that the order is pending, which is old news by now. */
    record WebhookFirst() implements Instruction {}

    /** Sells, has the webhook delivered, and cuts the connection. */
    record WebhookInstead() implements Instruction {}

    /** Sells something else than was ordered. */
    sealed interface Deviation extends Instruction {

        /** What is sold instead. */
        List<Order.Item> apply(List<Order.Item> ordered);
    }

    /** @param counts how many are sold at the most, by line; lines that are not named are sold as ordered */
    record Partial(Map<Integer, Integer> counts) implements Deviation {
        @Override
        public List<Order.Item> apply(List<Order.Item> ordered) {
            return ordered.stream()
                    .map(item -> item.withQuantity(
                            Math.min(item.quantity(), counts.getOrDefault(item.line(), item.quantity()))))
                    .toList();
        }
    }

    /** Sells another tier, term or product at one line. */
    record Deviate(int line, OptionalInt users, OptionalInt months, Optional<String> product) implements Deviation {
        @Override
        public List<Order.Item> apply(List<Order.Item> ordered) {
            return ordered.stream()
                    .map(item -> item.line() != line
                            ? item
                            : item.withTerms(
                                    product.orElse(item.product()),
                                    users.orElse(item.users()),
                                    months.orElse(item.months())))
                    .toList();
        }
    }
}
