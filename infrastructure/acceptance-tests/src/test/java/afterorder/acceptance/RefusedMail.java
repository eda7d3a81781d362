package afterorder.acceptance;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import java.util.concurrent.atomic.AtomicBoolean;

/** SES refuses the next mail of one function for good. */
final class RefusedMail implements Interceptor {
    private final String function;
    private final AtomicBoolean isDone = new AtomicBoolean();

    /** @param function part of the function's name */
    RefusedMail(String function) {
        this.function = function;
    }

    @Override
    public void before(Call call) {
        boolean isIt =
                call.operation().equals("SendRawEmail") && call.caller().name().contains(function);
        if (isIt && isDone.compareAndSet(false, true)) {
            throw new AwsError(400, "MessageRejected", "the address is on the suppression list");
        }
    }
}
