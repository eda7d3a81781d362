package afterorder.localcloud.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Lambda's Runtime API for all environments: each finds it under a path of its own,
 * {@code /<environment>/2018-06-01/runtime/...}.
 */
final class RuntimeApi extends Handler.Abstract implements AutoCloseable {
    private final Map<String, Environment> environments = new ConcurrentHashMap<>();
    private final Server server;
    private final ServerConnector connector;

    RuntimeApi() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("runtime-api");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        // An environment may wait for its next invocation for days.
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        server.setHandler(this);
    }

    int open() {
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the Runtime API could not be opened", failure);
        }
        return connector.getLocalPort();
    }

    void serve(Environment environment) {
        environments.put(environment.id(), environment);
    }

    void forget(Environment environment) {
        environments.remove(environment.id());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String[] path = Request.getPathInContext(request).split("/", 6);
        Environment environment = path.length < 5 ? null : environments.get(path[1]);
        if (environment == null) {
            answer(response, callback, 403, "{\"errorType\":\"UnknownEnvironment\"}");
            return true;
        }
        String operation = request.getMethod() + " " + path[4] + "/" + (path.length > 5 ? path[5] : "");
        switch (operation) {
            case "GET invocation/next" -> environment.next(new Parked(environment.timeout(), response, callback));
            case "GET restore/next" -> answer(response, callback, 200, "");
            case "POST init/error", "POST restore/error" -> {
                environment.startFailed(unhandled(read(request).bytes));
                answer(response, callback, 202, "{\"status\":\"OK\"}");
            }
            default -> takeAnswer(operation, environment, request, response, callback);
        }
        return true;
    }

    /** {@code POST invocation/<request id>/response} or {@code .../error}. */
    private static void takeAnswer(
            String operation, Environment environment, Request request, Response response, Callback callback)
            throws IOException {
        String[] parts = operation.split("/");
        boolean known = parts.length == 3 && parts[0].equals("POST invocation");
        Body body = read(request);
        Functions.Answer answer;
        if (known && parts[2].equals("response")) {
            answer = new Functions.Answer(body.bytes, Optional.empty());
        } else if (known && parts[2].equals("error")) {
            answer = unhandled(body.bytes);
        } else {
            answer(response, callback, 404, "{\"errorType\":\"UnknownOperation\"}");
            return;
        }
        boolean tooLarge = body.size > Invocation.RESPONSE_LIMIT;
        if (tooLarge) answer = LambdaFailure.responseTooLarge(body.size).answer();
        // An answer that comes too late, after the timeout or beside one too large, is taken and thrown away.
        environment.answer(parts[1], answer);
        answer(
                response,
                callback,
                tooLarge ? 413 : 202,
                tooLarge ? "{\"errorType\":\"RequestEntityTooLarge\"}" : "{\"status\":\"OK\"}");
    }

    private static Functions.Answer unhandled(byte[] error) {
        return new Functions.Answer(error, Optional.of("Unhandled"));
    }

    private static void answer(Response response, Callback callback, int status, String json) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** All of the body is read, but no more of it kept than an answer may have. */
    private static Body read(Request request) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = Content.Source.asInputStream(request)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size <= Invocation.RESPONSE_LIMIT) kept.write(buffer, 0, count);
            }
        }
        return new Body(kept.toByteArray(), size);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the Runtime API could not be closed", failure);
        }
    }

    private record Body(byte[] bytes, long size) {}

    private record Parked(Duration timeout, Response response, Callback callback) implements Environment.NextRequest {
        @Override
        public void hand(Invocation invocation) {
            Instant deadline = Instant.now().plus(timeout);
            response.getHeaders()
                    .put("Lambda-Runtime-Aws-Request-Id", invocation.requestId())
                    .put("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()))
                    .put("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn())
                    .put("Lambda-Runtime-Trace-Id", invocation.traceHeader())
                    .put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(invocation.event()), callback);
        }

        @Override
        public void abandon() {
            // Else its half of the connection would stay open.
            callback.failed(new EofException("the process that asked for an invocation has ended"));
        }
    }
}
