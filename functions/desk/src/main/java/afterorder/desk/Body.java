package afterorder.desk;

import afterorder.aws.RequestBody;
import afterorder.order.intake.BodyReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;

/** What a call of the desk carries. */
final class Body {
    private Body() {}

    /** @throws Refused when it is no JSON, or not what it is to be */
    static <T> T read(APIGatewayV2HTTPEvent request, BodyReader<T> reader) {
        return switch (BodyReader.read(RequestBody.of(request), reader)) {
            case Reading.Accepted<T>(T value) -> value;
            case Reading.Refused<T>(List<Violation> violations) -> throw Refused.violations(violations);
            case Reading.Unreadable<T>(Violation violation) -> throw Refused.notJson(violation);
        };
    }
}
