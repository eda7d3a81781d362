package afterorder.localcloud.page;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One address for people and programs: who accepts HTML by name gets the page, everybody else the program's answer. */
public final class BrowserFirst extends Handler.Abstract {
    private final Handler page;
    private final Handler program;

    public BrowserFirst(Handler page, Handler program) {
        this.page = page;
        this.program = program;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
        boolean browser = accepted.stream().anyMatch(type -> type.startsWith("text/html"));
        return (browser ? page : program).handle(request, response, callback);
    }
}
