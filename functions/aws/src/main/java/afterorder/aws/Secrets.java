package afterorder.aws;

import afterorder.order.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The fields of a secret that is a JSON object. It is read when a field is first needed, so that no snapshot holds it, and
 * again after five minutes, so that a changed one comes into use by itself.
 */
public final class Secrets {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SecretsManagerClient client;
    private final String arn;
    private final LongSupplier nanoTime;
    private @Nullable Read last;

    private record Read(JsonNode fields, long nanos) {}

    public Secrets(SecretsManagerClient client, String arn) {
        this(client, arn, System::nanoTime);
    }

    /** @param nanoTime measures how old is what was read */
    Secrets(SecretsManagerClient client, String arn, LongSupplier nanoTime) {
        this.client = client;
        this.arn = arn;
        this.nanoTime = nanoTime;
    }

    /** @throws IllegalStateException when the secret has no such field, or an empty one; its message holds no value */
    public String get(String field) {
        String value = fields().path(field).asText();
        if (value.isEmpty()) throw new IllegalStateException("the secret " + arn + " has no " + field);
        return value;
    }

    private synchronized JsonNode fields() {
        long now = nanoTime.getAsLong();
        if (last == null || now - last.nanos() >= FRESH.toNanos()) last = new Read(read(), now);
        return last.fields();
    }

    private JsonNode read() {
        String json = client.getSecretValue(get -> get.secretId(arn)).secretString();
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            // Without the cause, whose message may quote the secret.
            throw new IllegalStateException("the secret " + arn + " is no JSON");
        }
    }
}
