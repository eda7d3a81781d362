package afterorder.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.Shop;
import java.util.function.IntSupplier;

/** Makes a call of the HTTP interface again and again, as who gets no good answer does. */
final class Repeating {
    private static final int MOST_CALLS = 30;
    private static final int BROKEN = 500;

    private Repeating() {}

    /**
     * The function dies after its first call of AWS, when the call is repeated after its second, and so on until it lives
     * through it.
     *
     * @param function part of the function's name
     * @param call answers the status
     * @return the status at last
     */
    static int until(Shop shop, String function, IntSupplier call) {
        for (int calls = 1; calls <= MOST_CALLS; calls++) {
            KillAfter fault = KillAfter.call(calls, function, shop);
            int status = call.getAsInt();
            fault.spare();
            if (!fault.hasKilled()) {
                assertThat(calls).as("calls that " + function + " makes").isGreaterThan(2);
                return status;
            }
            assertThat(status).as(fault + "").isGreaterThanOrEqualTo(BROKEN);
        }
        throw new AssertionError(function + " makes more calls than this test foresees");
    }
}
