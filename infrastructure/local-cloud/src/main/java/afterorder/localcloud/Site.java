package afterorder.localcloud;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.AccessKeys;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.Edge;
import java.nio.file.Path;

/**
 * Where services are: a folder that survives a restart, the moved time, and the one port that all calls pass.
 *
 * @param keys of who may call
 * @param calls that passed
 */
public record Site(Path data, MovableClock clock, AccessKeys keys, Edge edge, CallLog calls) {

    /** @param port 0 for a free one @param parts among which the site ends */
    public static Site open(Path data, int port, Parts parts) {
        AccessKeys keys = new AccessKeys();
        CallLog calls = new CallLog();
        MovableClock clock = parts.keep(new MovableClock(data.resolve("clock.json")));
        Edge edge = parts.keep(new Edge(port, clock, keys));
        edge.intercept(calls);
        return new Site(data, clock, keys, edge, calls);
    }
}
