package afterorder.acceptance;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;

/** Everything that one function asks for is refused, as by a right that it lost in a deployment, until it is mended. */
final class Broken implements Interceptor {
    private final String function;
    private volatile boolean isMended;

    /** @param function its logical id in the template */
    Broken(String function) {
        this.function = function;
    }

    @Override
    public void before(Call call) {
        if (isMended || !call.caller().name().contains(function)) return;
        throw new AwsError(403, "AccessDeniedException", "broken by the test");
    }

    void mend() {
        isMended = true;
    }
}
