package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Cannot be made. */
public final class BrokenFunction implements RequestHandler<Object, Object> {
    public BrokenFunction() {
        throw new IllegalStateException("TABLE is not set");
    }

    @Override
    public Object handleRequest(Object event, Context context) {
        return event;
    }
}
