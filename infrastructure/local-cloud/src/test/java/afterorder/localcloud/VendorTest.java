package afterorder.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's sandbox and the functions of a template know the way to each other. */
class VendorTest {

    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              VendorWebhookSecret: {Type: String, NoEcho: true}
            Resources:
              VendorEvents:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: java25
                  CodeUri: empty.jar
                  Handler: missing.Handler
                  MemorySize: 256
                  Timeout: 20
                  Environment: {Variables: {SECRET: !Ref VendorWebhookSecret}}
                  Events:
                    Told:
                      Type: HttpApi
                      Properties: {ApiId: !Ref Api, Method: POST, Path: /vendor/events}
              Api:
                Type: AWS::Serverless::HttpApi
            """;
    private static final String ORDER = """
            {"technicalContact": {"name": "Ada", "email": "ada@muster.example", "atlassianAccount": true},
             "customer": {"name": "Muster GmbH", "country": "DE"},
             "items": [{"line": 1, "transaction": "new", "product": "jira", "deployment": "cloud", "users": 10,
                        "months": 12, "quantity": 1, "site": "muster.atlassian.net"}]}""";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        new JarOutputStream(Files.newOutputStream(folder.resolve("empty.jar")), new Manifest()).close();
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    }

    @Test
    void hears_of_outcomes_at_the_address_of_the_api() throws Exception {
        Invocations invocations = new Invocations();
        try (LocalCloud cloud = LocalCloud.start(setup(Map.of()));
                HttpClient client = HttpClient.newHttpClient()) {
            cloud.edge().intercept(invocations);
            URI vendor = cloud.endpoint().resolve("/_local/vendor/");
            send(client, "POST", vendor.resolve("next"), "{\"do\": \"pending\"}");
            send(client, "PUT", vendor.resolve("api/orders/o-1"), ORDER);
            send(client, "POST", vendor.resolve("orders/o-1/complete"), "{}");
            await().until(() -> !invocations.functions.isEmpty());
            assertThat(invocations.functions.getFirst()).contains("VendorEvents");
        }
    }

    @Test
    void shares_a_secret_with_the_functions_that_is_generated_unless_it_is_given() {
        String generated = secretFor(Map.of());
        assertThat(generated).matches("[0-9a-f]{64}").isNotEqualTo(secretFor(Map.of()));
        assertThat(secretFor(Map.of("VendorWebhookSecret", "given"))).isEqualTo("given");
    }

    private String secretFor(Map<String, String> parameters) {
        try (LocalCloud cloud = LocalCloud.start(setup(parameters))) {
            return cloud.template().function("VendorEvents").environment().getOrDefault("SECRET", "");
        }
    }

    private Setup setup(Map<String, String> parameters) {
        return new Setup(folder.resolve("template.yaml"), folder.resolve("data"), 0, parameters, Optional.empty());
    }

    private static void send(HttpClient client, String method, URI address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer sandbox")
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(300);
    }

    /** Which functions are invoked, none of which runs. */
    private static final class Invocations implements Interceptor {
        private final List<String> functions = new CopyOnWriteArrayList<>();

        @Override
        public void before(Call call) {
            functions.add(call.resource());
            throw new AwsError(503, "ServiceUnavailable", "there is no function behind this");
        }
    }
}
