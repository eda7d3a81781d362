package afterorder.localcloud.fault;

import afterorder.localcloud.door.DoorBody;
import afterorder.localcloud.door.JsonFile;
import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /_local/faults}: {@code POST} adds a rule, or all of an array of them, and answers their ids; {@code GET} lists the
 * rules with how many calls each has {@code met} and {@code struck}, and all strikes; {@code DELETE} removes all, or behind
 * a slash the one of that id. Rules with mistakes are 400, with all of them.
 */
public final class FaultDoor extends Handler.Abstract {
    public static final String PATH = "/_local/faults";

    private final Faults faults;

    public FaultDoor(Faults faults) {
        this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            switch (request.getMethod()) {
                case "GET" -> Answer.json(response, callback, 200, all());
                case "POST" ->
                    Answer.json(
                            response, callback, 201, added(Content.Source.asString(request, StandardCharsets.UTF_8)));
                case "DELETE" -> {
                    delete(request.getHttpURI().getPath().substring(PATH.length()));
                    Answer.json(response, callback, 200, all());
                }
                default -> problem(response, callback, 405, List.of("GET, POST and DELETE are for rules"));
            }
        } catch (BadRules bad) {
            problem(response, callback, 400, bad.mistakes());
        } catch (IllegalArgumentException malformed) {
            problem(response, callback, 400, List.of(String.valueOf(malformed.getMessage())));
        }
        return true;
    }

    private ObjectNode added(String body) {
        JsonNode json = DoorBody.parse(body);
        List<String> mistakes = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (JsonNode one : json.isArray() ? json : List.of(json)) {
            try {
                rules.add(RuleReader.read(one));
            } catch (BadRules bad) {
                mistakes.addAll(bad.mistakes());
            }
        }
        if (!mistakes.isEmpty()) throw new BadRules(mistakes);
        ObjectNode answer = JsonFile.JSON.createObjectNode();
        ArrayNode ids = answer.putArray("ids");
        rules.forEach(rule -> ids.add(faults.add(rule)));
        return answer;
    }

    private void delete(String id) {
        if (id.isEmpty()) {
            faults.remove(rule -> true);
        } else if (id.matches("/[0-9]{1,18}")) {
            faults.remove(rule -> rule.id() == Long.parseLong(id.substring(1)));
        } else {
            throw new BadRules(List.of("no rule has the id " + id.substring(1)));
        }
    }

    private ObjectNode all() {
        ObjectNode answer = JsonFile.JSON.createObjectNode();
        ArrayNode rules = answer.putArray("rules");
        for (ActiveRule active : faults.rules()) {
            ObjectNode rule = JsonFile.JSON.valueToTree(active.rule());
            rules.add(rule.put("id", active.id()).put("met", active.met()).put("struck", active.struck()));
        }
        ArrayNode strikes = answer.putArray("strikes");
        faults.strikes().forEach(strike -> strikes.add(json(strike)));
        return answer;
    }

    private static ObjectNode json(Strike strike) {
        return JsonFile.JSON
                .createObjectNode()
                .put("rule", strike.rule())
                .put("do", strike.effect().code())
                .put("at", strike.call().at().toString())
                .put("function", strike.call().caller().name())
                .put("service", strike.call().service())
                .put("operation", strike.call().operation())
                .put("resource", strike.call().resource())
                .put("orderId", strike.call().orderId().orElse(null))
                .put("unrecordedMails", strike.unrecorded().mails())
                .put("unrecordedMailsOf", strike.unrecorded().orderId());
    }

    private static void problem(Response response, Callback callback, int status, List<String> mistakes) {
        ObjectNode problem =
                JsonFile.JSON.createObjectNode().put("status", status).put("title", "these rules cannot be used");
        mistakes.forEach(problem.putArray("errors")::add);
        Answer.text(response, callback, status, "application/problem+json", problem.toString());
    }
}
