package afterorder.localcloud.edge;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Decides who answers a request: a page of the local cloud, an AWS service, or the HTTP API of the template. */
final class EdgeHandler extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(EdgeHandler.class.getName());

    final Map<String, Handler> services = new ConcurrentHashMap<>();
    final ConcurrentSkipListMap<String, Handler> pages = new ConcurrentSkipListMap<>();
    final List<Interceptor> interceptors = new CopyOnWriteArrayList<>();
    final Interceptor all = Interceptor.all(interceptors);
    final Attribution attribution = new Attribution();
    volatile Optional<Handler> api = Optional.empty();
    volatile Gate gate = Gate.OPEN;

    private final SignatureCheck signatures;
    private final InstantSource clock;

    EdgeHandler(AccessKeys keys, InstantSource clock) {
        this.signatures = new SignatureCheck(keys);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Handler> page = page(request.getHttpURI().getPath());
        if (page.isPresent()) return page.get().handle(request, response, callback);
        Optional<Credential> credential;
        try {
            credential = Credential.of(request);
        } catch (AwsError malformed) {
            Answer.error(request, response, callback, "", malformed);
            return true;
        }
        if (credential.isPresent()) return aws(credential.get(), request, response, callback);
        return api.isPresent() && api.get().handle(request, response, callback);
    }

    /** The page with the longest path that the request's path begins with, segment by segment. */
    private Optional<Handler> page(String path) {
        return pages.descendingMap().entrySet().stream()
                .filter(page -> path.equals(page.getKey())
                        || path.startsWith(page.getKey().endsWith("/") ? page.getKey() : page.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean aws(Credential credential, Request request, Response response, Callback callback) throws Exception {
        String service = credential.service();
        try {
            Handler handler = services.get(service);
            if (handler == null) throw AwsError.of("UnknownService", "The local cloud has no service " + service);
            if (!service.equals("s3")) {
                byte[] body = Body.read(request, service);
                Caller caller = signatures.caller(request, credential, Optional.of(body));
                Operation operation = Operation.of(service, request, body);
                Optional<String> order =
                        attribution.of(caller, operation.name(), operation.isIndexed(), OrderIds.inBody(body));
                Call call = call(service, operation, caller, body.length, order);
                all.sent(call, body);
                serve(call, body, handler, Body.replay(request, all.altered(call, body)), response, callback);
            } else {
                Caller caller = signatures.caller(request, credential, Optional.empty());
                Operation operation = Operation.of(service, request, new byte[0]);
                long length = Math.max(0, request.getLength());
                Optional<String> order =
                        attribution.of(caller, operation.name(), false, OrderIds.inKey(operation.resource()));
                Call call = call(service, operation, caller, length, order);
                serve(call, new byte[0], handler, request, response, callback);
            }
        } catch (AwsError refused) {
            Answer.error(request, response, callback, service, refused);
        }
        return true;
    }

    private Call call(String service, Operation operation, Caller caller, long bytes, Optional<String> orderId) {
        return new Call(clock.instant(), service, operation.name(), caller, operation.resource(), bytes, orderId);
    }

    private void serve(Call call, byte[] body, Handler handler, Request request, Response response, Callback callback) {
        WatchedExchange watched = new WatchedExchange(request, response, call, all);
        Callback ending = watched.ending(callback);
        try {
            all.before(call);
            gate.check(call, Sent.with(request, body));
            if (!handler.handle(request, watched, ending)) {
                throw AwsError.of("UnknownOperationException", call.service() + " does not know " + call.operation());
            }
        } catch (AwsError error) {
            Answer.error(request, watched, ending, call.service(), error);
        } catch (AnsweredInstead answer) {
            answerInstead(answer, request, watched, ending);
        } catch (ConnectionCut cut) {
            watched.cut();
            ending.failed(cut);
        } catch (Exception failure) {
            LOG.log(System.Logger.Level.ERROR, call.service() + " failed at " + call.operation(), failure);
            AwsError error = new AwsError(500, "InternalFailure", String.valueOf(failure));
            Answer.error(request, watched, ending, call.service(), error);
        }
    }

    /** As who did it would have, after all of it was read: else its sender sees a broken connection, and sends it again. */
    private static void answerInstead(AnsweredInstead answer, Request request, Response response, Callback callback) {
        try {
            Content.Source.consumeAll(request);
        } catch (IOException gone) {
            callback.failed(gone);
            return;
        }
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        Answer.text(response, callback, 200, answer.contentType(), answer.body());
    }
}
