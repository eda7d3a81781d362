package afterorder.localcloud.edge;

import org.eclipse.jetty.io.QuietException;

/** Thrown by an interceptor: the caller's connection ends without an answer, as in a network failure. */
public final class ConnectionCut extends RuntimeException implements QuietException {
    private static final long serialVersionUID = 1;

    public ConnectionCut(String why) {
        super(why);
    }
}
