package afterorder.localcloud.tax;

import afterorder.localcloud.door.DoorBody;
import afterorder.localcloud.door.JsonFile;
import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers as BZSt's eVatR does ({@code infrastructure/tax/evatr.openapi.yaml}): each foreign VAT ID of a right form is valid
 * and its name and address agree, but for those told otherwise by {@code PUT /_local/vat-ids/{id}} with
 * {@code {"answer":"valid"|"mismatch"|"invalid"|"down"}}. Northern Ireland's are for goods, which nobody sells here: refused.
 */
public final class VatIdRegister extends Handler.Abstract {
    public static final String PATH = "/_local/tax";
    public static final String DOOR = "/_local/vat-ids";

    private static final Pattern OWN = Pattern.compile("DE[0-9]{9}");
    private static final Set<String> FIELDS =
            Set.of("anfragendeUstid", "angefragteUstid", "firmenname", "strasse", "plz", "ort");

    private final ToldAnswers told;
    private final InstantSource clock;

    /** @param folder where stays what it is told */
    public VatIdRegister(Path folder, InstantSource clock) {
        this.told = new ToldAnswers(folder);
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String call = request.getMethod() + " " + Request.getPathInContext(request);
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        try {
            JsonNode json = DoorBody.parse(body);
            if (call.equals("POST " + PATH + "/app/v1/abfrage")) {
                confirm(json, response, callback);
            } else if (call.startsWith("PUT " + DOOR + "/")) {
                String vatId = call.substring(call.lastIndexOf('/') + 1);
                String answer = told.tell(vatId, json).name();
                said(response, callback, 200, vatId + ": " + answer);
            } else {
                said(response, callback, 404, "there is nothing here");
            }
        } catch (IllegalArgumentException mistake) {
            said(response, callback, 400, String.valueOf(mistake.getMessage()));
        }
        return true;
    }

    private void confirm(JsonNode asked, Response response, Callback callback) {
        asked.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) throw new IllegalArgumentException("unknown here: " + field);
        });
        String own = asked.path("anfragendeUstid").asText();
        String foreign = asked.path("angefragteUstid").asText();
        if (own.isEmpty() || foreign.isEmpty()) {
            answer(response, callback, 400, "evatr-0002");
        } else if (!OWN.matcher(own).matches()) {
            answer(response, callback, 400, "evatr-0004");
        } else if (foreign.startsWith("DE")) {
            answer(response, callback, 403, "evatr-0006");
        } else if (!VatIdForms.allow(foreign)) {
            answer(response, callback, 400, "evatr-0005");
        } else {
            switch (told.about(foreign)) {
                case DOWN -> answer(response, callback, 503, "evatr-1001");
                case INVALID -> answer(response, callback, 404, "evatr-2001");
                case MISMATCH -> Answer.json(response, callback, 200, compared(asked, "B"));
                case VALID -> Answer.json(response, callback, 200, compared(asked, "A"));
            }
        }
    }

    /** The qualified confirmation, which needs a name and a city, or else the simple one. */
    private ObjectNode compared(JsonNode asked, String name) {
        ObjectNode answer = answer("evatr-0000");
        if (!isGiven(asked, "firmenname") || !isGiven(asked, "ort")) return answer;
        return answer.put("ergFirmenname", name)
                .put("ergOrt", "A")
                .put("ergStrasse", isGiven(asked, "strasse") ? "A" : "C")
                .put("ergPlz", isGiven(asked, "plz") ? "A" : "C");
    }

    private ObjectNode answer(String status) {
        return JsonFile.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("anfrageZeitpunkt", clock.instant().toString())
                .put("status", status);
    }

    private void answer(Response response, Callback callback, int http, String status) {
        Answer.json(response, callback, http, answer(status));
    }

    private static void said(Response response, Callback callback, int http, String message) {
        Answer.json(response, callback, http, JsonFile.JSON.createObjectNode().put("message", message));
    }

    private static boolean isGiven(JsonNode asked, String field) {
        return !asked.path(field).asText().isBlank();
    }
}
