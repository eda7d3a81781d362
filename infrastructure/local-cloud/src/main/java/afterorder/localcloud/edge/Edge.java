package afterorder.localcloud.edge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The one port of the local cloud. A request that is signed for AWS goes to the service that its credential names, a path
 * of the local cloud's own to its page, everything else to the HTTP API of the template.
 *
 * <p>The port is bound when the edge is made, so that addresses can be told before the services behind it start; requests
 * are answered from {@link #start()} on.
 */
public final class Edge implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final EdgeHandler handler;

    /**
     * @param port on 127.0.0.1; 0 for a free one
     * @param clock moved time, for the calls
     */
    public Edge(int port, InstantSource clock, AccessKeys keys) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("edge");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofMinutes(16).toMillis()); // longer than a function may take
        server.addConnector(connector);
        handler = new EdgeHandler(keys, clock);
        server.setHandler(handler);
        server.setStopTimeout(0);
        local("/_localstack/health", health());
        try {
            connector.open();
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "port " + port + " is taken; end what uses it, or choose another one", taken);
        }
    }

    /** Who answers what is signed for this service. */
    public void service(String name, Handler service) {
        handler.services.put(name, service);
        server.addBean(adopted(service));
    }

    public void service(String name, JsonService service) {
        service(name, new JsonServiceHandler(service));
    }

    public void service(String name, QueryService service) {
        service(name, new QueryServiceHandler(service));
    }

    /** Who answers this path and what is below it, {@code /_local/token}; the longest path wins. */
    public void local(String path, Handler page) {
        handler.pages.put(path, page);
        server.addBean(adopted(page));
    }

    /** Who answers what is neither signed for AWS nor a page: the template's HTTP API. */
    public void api(Handler api) {
        handler.api = Optional.of(api);
        server.addBean(adopted(api));
    }

    /** From now on it sees every call, after those that were added before. */
    public void intercept(Interceptor interceptor) {
        handler.interceptors.add(interceptor);
    }

    /** From now on it decides who may make which call; until then everybody may. */
    public void guard(Gate gate) {
        handler.gate = gate;
    }

    /**
     * Lets calls that name no order be attributed by the invocation that they belong to.
     *
     * @param invocationOf the invocation that an environment is busy with, by any name; empty when with none
     */
    public void attributeBy(UnaryOperator<String> invocationOf) {
        handler.attribution.invocations(invocationOf);
    }

    /** All interceptors as one, for calls that do not come over HTTP: gateway and triggers that invoke a function. */
    public Interceptor interceptors() {
        return handler.all;
    }

    public void start() {
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the edge does not start: " + failure.getMessage(), failure);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** {@code http://127.0.0.1:<port>}: what {@code AWS_ENDPOINT_URL} must be. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception failure) {
            throw new IllegalStateException("the edge does not stop: " + failure.getMessage(), failure);
        }
    }

    private Handler adopted(Handler child) {
        child.setServer(server);
        return child;
    }

    /** Signatures cover names and addresses as they were sent, so nothing may be normalized on the way. */
    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setUriCompliance(UriCompliance.LEGACY);
        configuration.setSendServerVersion(false);
        return configuration;
    }

    private Handler health() {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                ObjectNode page = JsonMapper.builder().build().createObjectNode();
                ObjectNode services = page.putObject("services");
                new TreeSet<>(handler.services.keySet()).forEach(name -> services.put(name, "running"));
                Answer.json(response, callback, 200, page.put("edition", "afterorder"));
                return true;
            }
        };
    }
}
