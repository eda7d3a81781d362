package afterorder.acceptance.invariant;

import java.util.stream.Stream;

/** A promise about the whole world; its class is named by the sentence that it is. */
public interface Invariant {

    /** What breaks it, each with the order, number or key that is concerned; empty while it holds. */
    Stream<String> violations(World world);

    /** The sentence: {@code each number is given once}. */
    default String sentence() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
