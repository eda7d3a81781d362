package afterorder.localcloud.edge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Remembers the last calls, so that people and tests see what each function called, how often, and how many bytes. */
public final class CallLog implements Interceptor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 100_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** A call that has ended. */
    public record Entry(Call call, Outcome outcome) {}

    @Override
    public void after(Call call, Outcome outcome) {
        synchronized (entries) {
            if (entries.size() == KEPT) entries.removeFirst();
            entries.addLast(new Entry(call, outcome));
        }
    }

    /** Oldest first. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /** {@code GET /_local/calls}: each call; or groups of them with {@code ?by=}, see {@link CallGroups}. */
    public Handler page() {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                String by = Request.extractQueryParameters(request).getValue("by");
                try {
                    Answer.json(response, callback, 200, by == null ? all() : groups(by));
                } catch (IllegalArgumentException unknown) {
                    ObjectNode problem = JSON.createObjectNode().put("message", unknown.getMessage());
                    Answer.json(response, callback, 400, problem);
                }
                return true;
            }
        };
    }

    private ObjectNode all() {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode calls = page.putArray("calls");
        entries().forEach(entry -> calls.add(json(entry)));
        return page;
    }

    private ObjectNode groups(String by) {
        CallGroups groups = CallGroups.by(by);
        ObjectNode page = JSON.createObjectNode();
        page.set("groups", groups.of(entries()));
        return page;
    }

    private static ObjectNode json(Entry entry) {
        Call call = entry.call();
        return JSON.createObjectNode()
                .put("at", call.at().toString())
                .put("function", call.caller().name())
                .put("service", call.service())
                .put("operation", call.operation())
                .put("resource", call.resource())
                .put("requestBytes", call.requestBytes())
                .put("responseBytes", entry.outcome().responseBytes())
                .put("status", entry.outcome().status())
                .put("orderId", call.orderId().orElse(null));
    }
}
