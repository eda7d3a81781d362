package afterorder.localcloud.page;

import afterorder.localcloud.edge.Answer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The pages for people, under {@code /_local/}: answers what no other door of the local cloud has taken. */
public final class Pages extends Handler.Abstract {
    public static final String PATH = "/_local";

    private static final System.Logger LOG = System.getLogger(Pages.class.getName());
    private static final String HTML = "text/html; charset=utf-8";
    /** Nothing is loaded from elsewhere, not even by a mail that is shown. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self';"
                    + " form-action 'self'; base-uri 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    private final InstantSource clock;
    private final Map<String, Page> pages;

    public Pages(Observed cloud) {
        Orders orders = new Orders(cloud);
        Documents documents = new Documents(cloud);
        MailboxPage mailbox = new MailboxPage(cloud.mailbox());
        clock = cloud.clock();
        pages = Map.of(
                "", new StartPage(cloud, orders),
                "orders", new OrderPage(cloud, orders, documents),
                "move-clock", new ClockForm(cloud.clock()),
                "mailbox", mailbox,
                "documents", new DocumentsPage(documents),
                "queues", new QueuesPage(cloud),
                "executions", new ExecutionsPage(cloud.workflows()),
                "functions", new FunctionsPage(cloud),
                "purchases", new PurchasesPage(cloud.vendor()),
                "style.css", new Stylesheet());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Asked asked = Asked.of(request);
        try {
            Page page = pages.get(asked.first());
            if (page == null)
                throw Refused.unknown("There is no page " + request.getHttpURI().getPath());
            if (!page.methods().contains(request.getMethod()))
                throw Refused.method("This address takes " + page.methods() + " only.");
            send(asked, page.answer(asked), 200, response, callback);
        } catch (Refused refused) {
            send(asked, problem(refused.title(), refused.getMessage()), refused.status(), response, callback);
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.ERROR, "the page " + request.getHttpURI() + " failed", failure);
            send(asked, problem("This page failed", failure.toString()), 500, response, callback);
        }
        return true;
    }

    private static Reply problem(String title, @Nullable String reason) {
        return new Reply.View("problem", title, String.valueOf(reason));
    }

    private void send(Asked asked, Reply reply, int status, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        switch (reply) {
            case Reply.View view -> {
                response.getHeaders().put("Content-Security-Policy", POLICY);
                Answer.text(response, callback, status, HTML, html(asked, view));
            }
            case Reply.File(String name, String type, byte[] bytes) -> {
                response.getHeaders()
                        .put("Content-Disposition", "inline; filename=\"" + name.replaceAll("[^\\w.-]", "_") + "\"");
                Answer.bytes(response, callback, status, type, bytes);
            }
            case Reply.SeeOther(String address) -> {
                response.getHeaders().put(HttpHeader.LOCATION, address);
                Answer.text(response, callback, 303, "text/plain", "");
            }
        }
    }

    private String html(Asked asked, Reply.View view) {
        Frame frame = new Frame(view.title(), asked.first(), clock.instant(), asked.isLive(), asked.otherPace());
        StringOutput html = new StringOutput();
        templates.render(view.template() + ".jte", Map.of("frame", frame, "view", view.view()), html);
        return html.toString();
    }
}
