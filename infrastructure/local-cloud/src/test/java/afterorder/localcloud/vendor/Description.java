package afterorder.localcloud.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.format.PatternFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An OpenAPI file of {@code infrastructure/vendor}, which what goes over the wire is held against. */
final class Description {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchemaFactory SCHEMAS = schemas();
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;

    Description(String file) {
        try (InputStream yaml = Files.newInputStream(Path.of("../vendor").resolve(file))) {
            root = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails when the description does not have such an answer. */
    void holds(String method, String path, HttpResponse<String> answer) throws IOException {
        JsonNode responses = operation(method, path).path("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode response =
                resolved(responses.has(status) ? responses.path(status) : responses.path(status.charAt(0) + "XX"));
        assertThat(response.isObject())
                .as("%s %s may answer %s", method, path, status)
                .isTrue();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            assertThat(answer.headers().firstValue(header.getKey()))
                    .hasValueSatisfying(
                            value -> matches(resolved(header.getValue()).path("schema"), JSON.valueToTree(value)));
        }
        JsonNode content = response.path("content").path("application/json");
        if (!content.isMissingNode()) matches(content.path("schema"), JSON.readTree(answer.body()));
    }

    /** Fails when the description does not take such a body. */
    void takes(String method, String path, String body) throws IOException {
        matches(operation(method, path).at("/requestBody/content/application~1json/schema"), JSON.readTree(body));
    }

    void isWebhook(String name, Map<String, String> headers, String body) throws IOException {
        JsonNode post = root.at("/webhooks/" + name + "/post");
        for (JsonNode parameter : post.path("parameters")) {
            matches(
                    parameter.path("schema"),
                    JSON.valueToTree(headers.get(parameter.path("name").asText())));
        }
        matches(post.at("/requestBody/content/application~1json/schema"), JSON.readTree(body));
    }

    private JsonNode operation(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        for (Map.Entry<String, JsonNode> described : root.path("paths").properties()) {
            if (plain.matches(described.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return described.getValue().path(method.toLowerCase(Locale.ROOT));
            }
        }
        throw new AssertionError("there is no path for " + path);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void matches(JsonNode schema, JsonNode value) {
        assertThat(schema.isObject()).as("a schema for %s", value).isTrue();
        ObjectNode document = JSON.createObjectNode();
        document.putArray("allOf").add(schema);
        document.set("components", root.path("components"));
        assertThat(SCHEMAS.getSchema(document, FORMATS).validate(value)).isEmpty();
    }

    private static JsonSchemaFactory schemas() {
        JsonMetaSchema draft = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+$", "format.email")) // its own knows no .example
                .keyword(new NonValidationKeyword("components"))
                .build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(draft)
                .defaultMetaSchemaIri(draft.getIri())
                .build();
    }
}
