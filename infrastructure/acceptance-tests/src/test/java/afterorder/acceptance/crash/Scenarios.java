package afterorder.acceptance.crash;

import java.util.List;

/** All scenarios, in the order in which they are tried. */
final class Scenarios {
    static final List<Scenario> ALL = List.of(
            new SmallOrder(),
            new MixedOrder(),
            new DeferredThenMoved(),
            new CalledOffInARace(),
            new VerificationPending(),
            new DeskPurchase(),
            new RefusedThenRetried(),
            new SoldLater(),
            new InvoiceTakenBackAndReplaced(),
            new ServiceWithAMovedDate(),
            new FiftyLines());

    private Scenarios() {}
}
