package afterorder.localcloud.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatIdRegisterTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String FRENCH = "FR83404833048";
    private static final String QUESTION = """
            {"anfragendeUstid": "%s", "angefragteUstid": "%s", "firmenname": "Exemple SAS", "ort": "Lyon",
             "strasse": "8 rue du Marche", "plz": "69002"}""";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new VatIdRegister(folder, () -> NOW));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        client.close();
    }

    @Test
    void confirms_a_vat_id_and_whose_it_is() throws Exception {
        HttpResponse<String> answer = ask("DE136695976", FRENCH);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = JSON.readTree(answer.body());
        assertThat(json.get("status").asText()).isEqualTo("evatr-0000");
        assertThat(json.get("id").asText()).isNotBlank();
        assertThat(json.get("anfrageZeitpunkt").asText()).isEqualTo(NOW.toString());
        assertThat(json.get("ergFirmenname").asText()).isEqualTo("A");
    }

    @Test
    void compares_nothing_without_a_name_and_a_city() throws Exception {
        String simple = """
                {"anfragendeUstid": "DE136695976", "angefragteUstid": "%s"}""".formatted(FRENCH);
        HttpResponse<String> answer = call("POST", VatIdRegister.PATH + "/app/v1/abfrage", simple);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("evatr-0000").doesNotContain("ergFirmenname");
    }

    @ParameterizedTest
    @CsvSource({
        "'', FR83404833048, 400, evatr-0002",
        "DE136695976, '', 400, evatr-0002",
        "ATU12345678, FR83404833048, 400, evatr-0004",
        "DE136695976, DE129273398, 403, evatr-0006",
        "DE136695976, FR834048330, 400, evatr-0005",
        "DE136695976, XI123456789, 400, evatr-0005",
        "DE136695976, GB123456789, 400, evatr-0005",
        "DE136695976, CHE123456789, 400, evatr-0005"
    })
    void refuses_who_may_not_ask_and_what_cannot_be_asked_about(String own, String asked, int http, String status)
            throws Exception {
        HttpResponse<String> answer = ask(own, asked);
        assertThat(answer.statusCode()).isEqualTo(http);
        assertThat(JSON.readTree(answer.body()).get("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"invalid, 404, evatr-2001", "down, 503, evatr-1001", "mismatch, 200, evatr-0000"})
    void answers_as_it_is_told_after_a_restart_too(String answer, int http, String status) throws Exception {
        String door = VatIdRegister.DOOR + "/" + FRENCH;
        assertThat(call("PUT", door, "{\"answer\": \"" + answer + "\"}").statusCode())
                .isEqualTo(200);
        server.stop();
        start();
        assertThat(ask("DE136695976", FRENCH).statusCode()).isEqualTo(http);
        JsonNode json = JSON.readTree(ask("DE136695976", FRENCH).body());
        assertThat(json.get("status").asText()).isEqualTo(status);
        assertThat(json.path("ergFirmenname").asText()).isEqualTo(answer.equals("mismatch") ? "B" : "");
        assertThat(ask("DE136695976", "ATU12345678").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"answer\": \"perhaps\"}", "{}", "{\"answer\": \"valid\", \"name\": \"x\"}", "no JSON", "[]"})
    void is_told_nothing_that_it_does_not_know(String body) throws Exception {
        assertThat(call("PUT", VatIdRegister.DOOR + "/" + FRENCH, body).statusCode())
                .isEqualTo(400);
        assertThat(ask("DE136695976", FRENCH).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_unknown_fields_paths_and_vat_ids_by_name() throws Exception {
        String unknown = QUESTION.formatted("DE136695976", FRENCH).replace("\"plz\"", "\"zip\"");
        assertThat(call("POST", VatIdRegister.PATH + "/app/v1/abfrage", unknown).body())
                .contains("unknown here: zip");
        assertThat(call("GET", VatIdRegister.PATH + "/app/v1/abfrage", "").statusCode())
                .isIn(400, 404);
        assertThat(call("PUT", VatIdRegister.DOOR + "/DE136695976", "{\"answer\": \"valid\"}")
                        .body())
                .contains("no foreign VAT ID: DE136695976");
    }

    private HttpResponse<String> ask(String own, String asked) throws Exception {
        return call("POST", VatIdRegister.PATH + "/app/v1/abfrage", QUESTION.formatted(own, asked));
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURI() + path.substring(1)))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
