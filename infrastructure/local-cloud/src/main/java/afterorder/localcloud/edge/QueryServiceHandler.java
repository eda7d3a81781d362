package afterorder.localcloud.edge;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts a {@link QueryService} behind HTTP. */
final class QueryServiceHandler extends Handler.Abstract {
    private final QueryService service;

    QueryServiceHandler(QueryService service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Map<String, String> parameters = Form.parse(
                Content.Source.asString(request, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        String action = parameters.get("Action");
        if (action == null) throw AwsError.of("MissingAction", "The request must contain the parameter Action.");
        String result = service.call(action, parameters);
        String answer = """
                <%1$sResponse xmlns="%2$s"><%1$sResult>%3$s</%1$sResult>\
                <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>""".formatted(action, service.namespace(), result, UUID.randomUUID());
        Answer.text(response, callback, 200, "text/xml", answer);
        return true;
    }
}
