package afterorder.localcloud.edge;

import java.util.List;

/**
 * Sees every call of every service: the place for counting, permissions and faults. It may block, each call has a thread
 * of its own.
 */
public interface Interceptor {

    /** What a call carries; of S3, whose objects pass as streams, it is not told. */
    default void sent(Call call, byte[] body) {}

    /** What the service is to get in place of what the call carries; of S3, whose objects pass as streams, it is not asked. */
    default byte[] altered(Call call, byte[] body) {
        return body;
    }

    /**
     * The caller is known and the service has not seen the call yet.
     *
     * @throws AnsweredInstead what the caller is answered though nothing was done
     * @throws AwsError what the caller is answered instead
     * @throws ConnectionCut the caller is not answered; the service never sees the call
     */
    default void before(Call call) {}

    /**
     * The service has done its work and nothing of its answer is sent.
     *
     * @param status HTTP status of the answer
     * @throws ConnectionCut the answer is lost
     */
    default void answering(Call call, int status) {}

    /** The call has ended, whether served, refused or cut. */
    default void after(Call call, Outcome outcome) {}

    /** All of them as one: in their order before, in the opposite order after. */
    static Interceptor all(List<? extends Interceptor> interceptors) {
        return new Interceptor() {
            @Override
            public void sent(Call call, byte[] body) {
                interceptors.forEach(each -> each.sent(call, body));
            }

            @Override
            public byte[] altered(Call call, byte[] body) {
                byte[] altered = body;
                for (Interceptor each : interceptors) altered = each.altered(call, altered);
                return altered;
            }

            @Override
            public void before(Call call) {
                interceptors.forEach(each -> each.before(call));
            }

            @Override
            public void answering(Call call, int status) {
                interceptors.forEach(each -> each.answering(call, status));
            }

            @Override
            public void after(Call call, Outcome outcome) {
                interceptors.reversed().forEach(each -> each.after(call, outcome));
            }
        };
    }
}
