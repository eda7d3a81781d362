package afterorder.acceptance.invariant;

import java.util.List;
import java.util.stream.Stream;

/** All promises, in the one place where they are checked. */
public final class Invariants {

    /** They hold at any moment in which no function works. */
    private static final List<Invariant> AT_REST = List.of(
            new EachPurchaseIsSoldOnceAtTheMost(),
            new NothingIsBoughtBeforeItsConfirmationIsOut(),
            new EachPurchaseHasOneInvoice(),
            new EachLineIsBilledOnceAtTheMost(),
            new EachNumberIsGivenOnce(),
            new EachUnusedNumberIsExplained(),
            new EachDocumentIsStoredAndLinked(),
            new MailsAreDoubledOnlyWhereNothingCanPreventIt(),
            new DeadLettersAreForPeople(),
            new NoKeyIsOutsideItsPlaces());

    /** They hold besides when nothing waits for a date, a person or a retry any more. */
    private static final List<Invariant> AT_THE_END = List.of(
            new EachOrderEnds(),
            new NoMessageIsWithoutConsumer(),
            new NoExecutionIsLeft(),
            new NothingIsOwedToAReader());

    private Invariants() {}

    /** What is broken in a world in which no function works; each begins with the sentence of its invariant. */
    public static List<String> brokenAtRest(World world) {
        return broken(AT_REST.stream(), world);
    }

    /** What is broken in a world in which everything has come to its end. */
    public static List<String> brokenAtTheEnd(World world) {
        return broken(Stream.concat(AT_REST.stream(), AT_THE_END.stream()), world);
    }

    private static List<String> broken(Stream<Invariant> invariants, World world) {
        return invariants
                .flatMap(invariant ->
                        invariant.violations(world).map(violation -> invariant.sentence() + ": " + violation))
                .toList();
    }
}
