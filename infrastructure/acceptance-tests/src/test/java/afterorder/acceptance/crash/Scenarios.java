package afterorder.acceptance.crash;

import java.util.List;

/** All scenarios, in the order in which they are tried. */
final class Scenarios {
    private static final List<Scenario> ALL = List.of(
            new SmallOrder(),
            new MixedOrder(),
            new DeferredThenMoved(),
            new CalledOffInARace(),
            new VerificationPending(),
            new DeskPurchase(),
            new RefusedThenRetried(),
            new SoldLater(),
            new PartlySold(),
            new InvoiceTakenBackAndReplaced(),
            new ServiceWithAMovedDate(),
            new FiftyLines());

    private Scenarios() {}

    /** Those whose names hold the word of {@code -Dscenario=}; without it, all. */
    static List<Scenario> chosen() {
        return ALL.stream()
                .filter(scenario -> scenario.name().contains(System.getProperty("scenario", "")))
                .toList();
    }
}
