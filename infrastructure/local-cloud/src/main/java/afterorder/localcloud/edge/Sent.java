package afterorder.localcloud.edge;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** What came with a call, as far as rights depend on it. */
public interface Sent {

    /** @param name in any case */
    Optional<String> header(String name);

    /** Of the address. */
    Optional<String> parameter(String name);

    /** Empty for S3, whose objects pass as streams. */
    byte[] body();

    /** Reads of the request what is asked for: most calls need no more than their body. */
    static Sent with(Request request, byte[] body) {
        return new Sent() {
            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(request.getHeaders().get(name));
            }

            @Override
            public Optional<String> parameter(String name) {
                Fields query = Request.extractQueryParameters(request);
                return Optional.ofNullable(query.getValue(name));
            }

            @Override
            public byte[] body() {
                return body;
            }
        };
    }
}
