package afterorder.localcloud.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body of a request, read at once: its signature covers it, and the call log looks into it. */
final class Body {
    private static final int MEGABYTE = 1024 * 1024;

    /** What the services take in a request; escaping makes a message of SQS or SES longer than the message. */
    private static final Map<String, Integer> LIMITS =
            Map.of("dynamodb", 16 * MEGABYTE, "sqs", 8 * MEGABYTE, "ses", 40 * MEGABYTE, "lambda", 8 * MEGABYTE);

    private static final int OTHERWISE = 2 * MEGABYTE;

    private Body() {}

    static byte[] read(Request request, String service) {
        int limit = LIMITS.getOrDefault(service, OTHERWISE);
        if (request.getLength() > limit) throw tooLarge(limit);
        try (InputStream content = Content.Source.asInputStream(request)) {
            byte[] body = content.readNBytes(limit + 1);
            if (body.length > limit) throw tooLarge(limit);
            return body;
        } catch (IOException gone) {
            throw new UncheckedIOException("the caller went away within its request", gone);
        }
    }

    /** The request once more, as if its body were still to be read. */
    static Request replay(Request request, byte[] body) {
        Content.Source content = Content.Source.from(ByteBuffer.wrap(body));
        return new Request.Wrapper(request) {
            @Override
            public long getLength() {
                return body.length;
            }

            @Override
            public Content.Chunk read() {
                return content.read();
            }

            @Override
            public void demand(Runnable callback) {
                content.demand(callback);
            }

            @Override
            public void fail(Throwable failure) {
                content.fail(failure);
            }
        };
    }

    private static AwsError tooLarge(int limit) {
        return new AwsError(413, "RequestEntityTooLarge", "A request has at most " + limit + " bytes");
    }
}
