package afterorder.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller sends with a call, and again with each repetition of it, so that it is done once. */
public final class IdempotencyKey {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /** Empty when there is none of the right form. */
    public static Optional<String> of(APIGatewayV2HTTPEvent request) {
        String key = request.getHeaders().getOrDefault("idempotency-key", "");
        return FORM.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    }

    public static Problem missing() {
        return Problem.of(
                400,
                "Idempotency-Key is missing",
                "send the header Idempotency-Key: 1 to 255 visible ASCII characters, the same at each repetition");
    }

    public static Problem wasUsed() {
        return Problem.of(422, "Idempotency-Key was used", "this Idempotency-Key came with another body before");
    }
}
