package afterorder.desk;

import afterorder.aws.RequestBody;
import afterorder.order.Json;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What a call of the desk carries, one JSON object; with all its violations at once. */
final class Body {
    private Body() {}

    /** What reading came to; without a value that means anything when there are violations. */
    record Read<T>(T value, List<Violation> violations) {}

    /** @throws Refused when it is no JSON, or not what it is to be */
    static <T> T read(APIGatewayV2HTTPEvent request, BiFunction<Fields, Mistakes, T> reader) {
        Read<T> read = read(json(request), reader);
        if (!read.violations().isEmpty()) throw Refused.violations(read.violations());
        return read.value();
    }

    static <T> Read<T> read(JsonNode json, BiFunction<Fields, Mistakes, T> reader) {
        List<Violation> violations = new ArrayList<>();
        Mistakes mistakes = (place, detail) -> violations.add(new Violation(place, detail));
        return new Read<>(Fields.read(json, "", mistakes, fields -> reader.apply(fields, mistakes)), violations);
    }

    /** Without the parser's words, which quote the body: a key may be in it. */
    private static JsonNode json(APIGatewayV2HTTPEvent request) {
        try {
            return Json.MAPPER.readTree(RequestBody.of(request));
        } catch (JsonProcessingException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr());
            throw Refused.notJson(new Violation("", "is no valid JSON" + where));
        } catch (IOException broken) {
            throw Refused.notJson(new Violation("", "is no valid JSON in UTF-8"));
        }
    }
}
