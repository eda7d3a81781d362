package afterorder.acceptance;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SES takes its time for the next mail of one function: until it is let go. */
final class HeldMail implements Interceptor {
    private static final long FUNCTION_ENDS_BEFORE_SECONDS = 20;
    private final String function;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** @param function part of the function's name */
    HeldMail(String function) {
        this.function = function;
    }

    @Override
    public void before(Call call) {
        boolean isIt =
                call.operation().equals("SendRawEmail") && call.caller().name().contains(function);
        if (!isIt) return;
        held.countDown();
        await(letGo);
    }

    void awaitsMail() {
        await(held);
    }

    void letsGo() {
        letGo.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(FUNCTION_ENDS_BEFORE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
