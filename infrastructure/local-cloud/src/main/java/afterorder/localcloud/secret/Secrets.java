package afterorder.localcloud.secret;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.JsonService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets Manager as functions call it: {@code GetSecretValue}, by name or by the whole ARN. A secret has the one version
 * that the template gives it.
 */
public final class Secrets implements JsonService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> PARAMETERS = Set.of("SecretId", "VersionId", "VersionStage");
    private static final String CURRENT = "AWSCURRENT";
    private static final int LONGEST_ID = 2_048;

    private final Map<String, Secret> byName = new ConcurrentHashMap<>();
    private final Map<String, Secret> byArn = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public Secrets(InstantSource clock) {
        this.clock = clock;
    }

    /** Whatever shows an object of this kind must not show the value. */
    private record Secret(String name, String arn, String value, Instant created) {
        /** The same for the same value, as CloudFormation makes no new version where nothing changed. */
        String version() {
            return UUID.nameUUIDFromBytes((arn + value).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        @Override
        public String toString() {
            return arn;
        }
    }

    public void create(String name, String arn, String value) {
        Secret secret = new Secret(name, arn, value, clock.instant());
        byName.put(name, secret);
        byArn.put(arn, secret);
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        if (!operation.equals("GetSecretValue")) {
            throw AwsError.of(
                    "UnknownOperationException", "The local cloud's Secrets Manager does not know " + operation);
        }
        for (var parameter : request.properties()) {
            if (!PARAMETERS.contains(parameter.getKey())) {
                throw invalid("The parameter '" + parameter.getKey() + "' is not supported by the local cloud");
            }
        }
        return answer(version(secret(id(request)), request));
    }

    private Secret secret(String id) {
        Secret secret = id.startsWith("arn:") ? byArn.get(id) : byName.get(id);
        if (secret == null) throw notFound("Secrets Manager can't find the specified secret.");
        return secret;
    }

    private static Secret version(Secret secret, JsonNode request) {
        String version = text(request, "VersionId", 32, 64);
        String stage = text(request, "VersionStage", 1, 256);
        if (version != null && !version.equals(secret.version())) {
            throw notFound("Secrets Manager can't find the specified secret value for VersionId: " + version);
        }
        if (stage == null || stage.equals(CURRENT)) return secret;
        if (version == null) {
            throw notFound("Secrets Manager can't find the specified secret value for staging label: " + stage);
        }
        throw AwsError.of(
                "InvalidRequestException",
                "You provided a VersionStage that is not associated to the provided VersionId.");
    }

    private static ObjectNode answer(Secret secret) {
        ObjectNode answer = JSON.createObjectNode()
                .put("ARN", secret.arn())
                .put("Name", secret.name())
                .put("VersionId", secret.version())
                .put("SecretString", secret.value())
                .put("CreatedDate", secret.created().toEpochMilli() / 1000.0);
        answer.putArray("VersionStages").add(CURRENT);
        return answer;
    }

    private static String id(JsonNode request) {
        String id = text(request, "SecretId", 1, LONGEST_ID);
        if (id == null) throw invalid(constraint("null", "secretId", "not be null"));
        if (!id.startsWith("arn:") && !id.matches("[A-Za-z0-9/_+=.@!-]+")) {
            throw invalid("Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
                    + " following: -/_+=.@!");
        }
        return id;
    }

    private static @Nullable String text(JsonNode request, String name, int shortest, int longest) {
        JsonNode value = request.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isTextual()) throw AwsError.of("SerializationException", name + " must be a string");
        String text = value.asText();
        String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        if (text.length() < shortest) {
            throw invalid(constraint("'" + text + "'", member, "have length greater than or equal to " + shortest));
        }
        if (text.length() > longest) {
            throw invalid(constraint("'" + text + "'", member, "have length less than or equal to " + longest));
        }
        return text;
    }

    private static String constraint(String value, String member, String must) {
        return "1 validation error detected: Value %s at '%s' failed to satisfy constraint: Member must %s"
                .formatted(value, member, must);
    }

    private static AwsError invalid(String message) {
        return AwsError.of("ValidationException", message);
    }

    private static AwsError notFound(String message) {
        return AwsError.of("ResourceNotFoundException", message);
    }
}
