package afterorder.localcloud.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;

/** Says which hooks of SnapStart were called. */
public final class SnapshotFunction implements RequestHandler<Object, List<String>>, Resource {
    private final List<String> calls = new ArrayList<>();

    public SnapshotFunction() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        calls.add("before checkpoint");
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        calls.add("after restore");
    }

    @Override
    public List<String> handleRequest(Object event, Context context) {
        return calls;
    }
}
