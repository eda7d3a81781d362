package afterorder.localcloud.mail;

import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The mailbox for programs: in our own shape, and in LocalStack's. */
public final class MailPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mailbox mailbox;
    private final String region;

    public MailPages(Mailbox mailbox, String region) {
        this.mailbox = mailbox;
        this.region = region;
    }

    /** {@code GET /_local/mailbox}, all or those {@code ?to=} somebody, or {@code ?after=} the one of an id. */
    public Handler mailbox() {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                ObjectNode page = JSON.createObjectNode();
                ArrayNode messages = page.putArray("messages");
                Optional<String> to = parameter(request, "to");
                String last = parameter(request, "after").orElse("");
                mailbox.messagesAfter(last).stream()
                        .filter(mail -> to.isEmpty() || mail.to().contains(to.get()))
                        .forEach(mail -> messages.add(ours(mail)));
                Answer.json(response, callback, 200, page);
                return true;
            }
        };
    }

    /** {@code GET} and {@code DELETE /_aws/ses}, all or {@code ?id=} one, {@code ?email=} those of a sender. */
    public Handler localStack() {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Optional<String> id = parameter(request, "id");
                Optional<String> email = parameter(request, "email");
                Predicate<Mail> meant = mail -> (id.isEmpty() || mail.id().equals(id.get()))
                        && (email.isEmpty() || mail.from().equals(email.get()));
                if (request.getMethod().equals("DELETE")) {
                    mailbox.removeIf(meant);
                    response.setStatus(204);
                    callback.succeeded();
                    return true;
                }
                ObjectNode page = JSON.createObjectNode();
                ArrayNode messages = page.putArray("messages");
                mailbox.messages().stream().filter(meant).forEach(mail -> messages.add(theirs(mail)));
                Answer.json(response, callback, 200, page);
                return true;
            }
        };
    }

    private static ObjectNode ours(Mail mail) {
        ObjectNode message =
                JSON.createObjectNode().put("id", mail.id()).put("at", mail.at().toString());
        mail.to().forEach(message.putArray("to")::add);
        return message.put("subject", mail.subject()).put("raw", mail.raw());
    }

    private ObjectNode theirs(Mail mail) {
        ObjectNode message = JSON.createObjectNode()
                .put("Id", mail.id())
                .put("Region", region)
                .put("Timestamp", mail.at().toString())
                .put("Source", mail.from())
                .put("Subject", mail.subject())
                .put("RawData", mail.raw());
        mail.to().forEach(message.putObject("Destination").putArray("ToAddresses")::add);
        return message;
    }

    private static Optional<String> parameter(Request request, String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
    }
}
