package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.tax.VatIdAnswer;
import afterorder.order.tax.VatIdQuestion;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What BZSt says, and what it means for an invoice. */
@Tag("S44")
class EvatrTest {
    private static final VatIdQuestion QUESTION =
            new VatIdQuestion("DE136695976", "FR83404833048", "Exemple SAS", "8 rue du Marché", "69002", "Lyon");

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private JsonNode asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void is_asked_for_a_qualified_confirmation() {
        answers(
                200,
                "{\"id\": \"q-1\", \"anfrageZeitpunkt\": \"2026-11-23T12:00:00Z\", \"status\": \"evatr-0000\", "
                        + "\"ergFirmenname\": \"A\", \"ergStrasse\": \"B\", \"ergPlz\": \"D\", \"ergOrt\": \"A\", \"neu\": 1}");
        VatIdAnswer answer = ask(Evatr.PATIENCE);
        assertThat(asked.get("anfragendeUstid").asText()).isEqualTo("DE136695976");
        assertThat(asked.get("angefragteUstid").asText()).isEqualTo("FR83404833048");
        assertThat(asked.get("firmenname").asText()).isEqualTo("Exemple SAS");
        assertThat(asked.get("strasse").asText()).isEqualTo("8 rue du Marché");
        assertThat(asked.get("plz").asText()).isEqualTo("69002");
        assertThat(asked.get("ort").asText()).isEqualTo("Lyon");
        assertThat(answer)
                .isEqualTo(new VatIdAnswer.Confirmed(
                        new VatIdAnswer.Register("q-1", "2026-11-23T12:00:00Z", "evatr-0000"),
                        new VatIdAnswer.Comparison("A", "B", "D", "A")));
    }

    @ParameterizedTest
    @CsvSource({
        "evatr-2001, 404, not assigned",
        "evatr-2002, 200, valid from 2027-01-01",
        "evatr-2003, 400, wrong form",
        "evatr-2006, 200, valid until 2025-12-31"
    })
    void finds_a_vat_id_invalid(String status, int http, String reason) {
        answers(
                http,
                "{\"status\": \"%s\", \"gueltigAb\": \"2027-01-01\", \"gueltigBis\": \"2025-12-31\"}"
                        .formatted(status));
        assertThat(ask(Evatr.PATIENCE)).isInstanceOfSatisfying(VatIdAnswer.Invalid.class, invalid -> assertThat(
                        invalid.reason().in(Language.EN))
                .contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"evatr-0000, B", "evatr-2008, A"})
    void does_not_confirm_whose_name_is_another(String status, String name) {
        answers(200, "{\"status\": \"%s\", \"ergFirmenname\": \"%s\"}".formatted(status, name));
        assertThat(ask(Evatr.PATIENCE)).isInstanceOf(VatIdAnswer.Mismatch.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|{\"status\": \"evatr-0008\"}|evatr-0008",
                "429|slow down|no JSON",
                "500|{\"status\": \"evatr-2011\"}|evatr-2011",
                "503|<html>|no JSON",
                "503|''|no JSON",
                "404|{\"status\": \"evatr-2005\"}|evatr-2005",
                "200|{\"status\": \"evatr-9999\"}|evatr-9999",
                "200|{}|HTTP 200",
                "200|null|HTTP 200",
                "200|[1]|no JSON",
                "500|{\"status\": \"evatr-0000\"}|HTTP 500"
            })
    void says_nothing_of_the_vat_id_when_it_cannot_or_will_not_answer(int http, String body, String reason) {
        answers(http, body);
        assertThat(ask(Evatr.PATIENCE))
                .isInstanceOfSatisfying(VatIdAnswer.Unavailable.class, silent -> assertThat(silent.reason())
                        .contains(reason));
    }

    @Test
    void is_not_waited_for_without_end() {
        server.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        assertThat(ask(Duration.ofMillis(50))).isEqualTo(new VatIdAnswer.Unavailable("eVatR: no answer"));
    }

    @Test
    void may_be_gone() {
        URI address = address();
        server.stop(0);
        assertThat(new Evatr(address, Evatr.PATIENCE).ask(QUESTION)).isInstanceOf(VatIdAnswer.Unavailable.class);
    }

    private VatIdAnswer ask(Duration patience) {
        return new Evatr(address(), patience).ask(QUESTION);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answers(int status, String body) {
        server.createContext("/app/v1/abfrage", exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked = Json.MAPPER.readTree(exchange.getRequestBody());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
