package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code infrastructure/api/openapi.yaml}, which is written by hand, tells of the routes that the template has. */
class ApiDescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");

    /** A route, and the scopes of which a token must have one; none where no token is asked for. */
    private record Operation(String route, Set<String> scopes) {
        static Operation of(String method, String path, Set<String> scopes) {
            return new Operation(method.toUpperCase(Locale.ROOT) + " " + path, new TreeSet<>(scopes));
        }
    }

    @Test
    void describes_each_route_of_the_template_with_its_scopes_and_no_other() throws IOException {
        Template template = Template.read(RealTemplateTest.FILE, RealTemplateTest.PARAMETERS, Addresses.onPort(4566));
        assertThat(described())
                .containsExactlyInAnyOrderElementsOf(template.routes().stream()
                        .map(route -> Operation.of(route.method(), route.path(), route.scopes()))
                        .toList());
    }

    private static Iterable<Operation> described() throws IOException {
        Set<Operation> described = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : description().get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!METHODS.contains(operation.getKey())) continue;
                Set<String> scopes = new TreeSet<>();
                operation
                        .getValue()
                        .get("security")
                        .findValues("token")
                        .forEach(alternative -> alternative.forEach(scope -> scopes.add(scope.textValue())));
                described.add(Operation.of(operation.getKey(), path.getKey(), scopes));
            }
        }
        return described;
    }

    private static JsonNode description() throws IOException {
        try (InputStream yaml = Files.newInputStream(Path.of("../api/openapi.yaml"))) {
            Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
            return JsonMapper.builder().build().valueToTree(tree);
        }
    }
}
