package afterorder.localcloud.tax;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers as BZSt's eVatR does ({@code infrastructure/tax/evatr.openapi.yaml}): each foreign VAT ID of a right form is valid
 * and its name and address agree, but those told otherwise by {@code PUT /_local/vat-ids/{id}} with
 * {@code {"answer":"valid"|"invalid"|"down"}}, until the local cloud ends.
 */
public final class VatIdRegister extends Handler.Abstract {
    public static final String PATH = "/_local/tax";
    public static final String DOOR = "/_local/vat-ids";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OWN = Pattern.compile("DE\\d{9}");
    private static final Pattern FOREIGN = Pattern.compile(
            "(AT|BE|BG|CY|CZ|DK|EE|ES|FI|FR|EL|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,12}");

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final MovableClock clock;

    public VatIdRegister(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        if (path.equals(PATH + "/app/v1/abfrage") && request.getMethod().equals("POST")) {
            confirm(body, response, callback);
        } else if (path.startsWith(DOOR + "/") && request.getMethod().equals("PUT")) {
            tell(path.substring(DOOR.length() + 1), body, response, callback);
        } else {
            Answer.json(response, callback, 404, JSON.createObjectNode().put("message", "there is nothing here"));
        }
        return true;
    }

    private void tell(String vatId, String body, Response response, Callback callback) {
        String answer = parsed(body).path("answer").asText();
        boolean isKnown = Pattern.matches("valid|invalid|down", answer);
        if (isKnown) told.put(vatId, answer);
        ObjectNode said = JSON.createObjectNode().put("vatId", vatId).put("answer", answer);
        Answer.json(response, callback, isKnown ? 200 : 400, said);
    }

    private void confirm(String body, Response response, Callback callback) {
        JsonNode asked = parsed(body);
        String own = asked.path("anfragendeUstid").asText();
        String foreign = asked.path("angefragteUstid").asText();
        if (own.isEmpty() || foreign.isEmpty()) {
            answer(response, callback, 400, "evatr-0002", asked);
        } else if (!OWN.matcher(own).matches()) {
            answer(response, callback, 400, "evatr-0004", asked);
        } else if (foreign.startsWith("DE")) {
            answer(response, callback, 403, "evatr-0006", asked);
        } else if (!FOREIGN.matcher(foreign).matches()) {
            answer(response, callback, 400, "evatr-0005", asked);
        } else {
            switch (told.getOrDefault(foreign, "valid")) {
                case "down" -> answer(response, callback, 503, "evatr-1001", asked);
                case "invalid" -> answer(response, callback, 404, "evatr-2001", asked);
                default -> answer(response, callback, 200, "evatr-0000", asked);
            }
        }
    }

    private void answer(Response response, Callback callback, int http, String status, JsonNode asked) {
        ObjectNode answer = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("anfrageZeitpunkt", clock.instant().toString())
                .put("status", status);
        if (status.equals("evatr-0000") && isGiven(asked, "firmenname") && isGiven(asked, "ort")) {
            answer.put("ergFirmenname", "A")
                    .put("ergOrt", "A")
                    .put("ergStrasse", isGiven(asked, "strasse") ? "A" : "C")
                    .put("ergPlz", isGiven(asked, "plz") ? "A" : "C");
        }
        Answer.json(response, callback, http, answer);
    }

    private static boolean isGiven(JsonNode asked, String field) {
        return !asked.path(field).asText().isBlank();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            return JSON.createObjectNode();
        }
    }
}
