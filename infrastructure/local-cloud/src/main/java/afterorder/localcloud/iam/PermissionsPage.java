package afterorder.localcloud.iam;

import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells of each action on each resource that the template allows how many calls it allowed alone, so that they would have
 * been denied without it, and how many others allowed, too; and what was denied. What SAM adds by itself is not shown.
 */
final class PermissionsPage extends Handler.Abstract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Comparator<Statement.Part> ORDER = Comparator.<Statement.Part, String>comparing(
                    part -> part.place().owner())
            .thenComparing(part -> part.place().line());

    private final Rights rights;
    private final Usage usage;

    PermissionsPage(Rights rights, Usage usage) {
        this.rights = rights;
        this.usage = usage;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode permissions = page.putArray("permissions");
        rights.grants().flatMap(PermissionsPage::parts).sorted(ORDER).forEach(part -> permissions.add(json(part)));
        ArrayNode denied = page.putArray("denied");
        usage.denied().forEach((what, count) -> denied.add(json(what, count)));
        Answer.json(response, callback, 200, page);
        return true;
    }

    private ObjectNode json(Statement.Part part) {
        return JSON.createObjectNode()
                .put("owner", part.place().owner())
                .put("line", part.place().line())
                .put("action", part.action())
                .put("resource", part.resource())
                .put("alone", usage.alone(part))
                .put("together", usage.together(part));
    }

    private static ObjectNode json(Usage.Denied what, long count) {
        return JSON.createObjectNode()
                .put("principal", what.principal())
                .put("action", what.action())
                .put("resource", what.resource())
                .put("count", count);
    }

    private static Stream<Statement.Part> parts(Statement statement) {
        return statement.actions().stream().filter(Actions::isSeen).flatMap(action -> statement.resources().stream()
                .map(resource -> new Statement.Part(statement.place(), action.text(), resource.text())));
    }
}
