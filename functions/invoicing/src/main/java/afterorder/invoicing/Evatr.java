package afterorder.invoicing;

import afterorder.order.Json;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.tax.VatIdAnswer;
import afterorder.order.tax.VatIdAnswer.Comparison;
import afterorder.order.tax.VatIdAnswer.Confirmed;
import afterorder.order.tax.VatIdAnswer.Invalid;
import afterorder.order.tax.VatIdAnswer.Mismatch;
import afterorder.order.tax.VatIdAnswer.Register;
import afterorder.order.tax.VatIdAnswer.Unavailable;
import afterorder.order.tax.VatIdCheck;
import afterorder.order.tax.VatIdQuestion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BZSt's register ({@code infrastructure/tax/evatr.openapi.yaml}), whose qualified confirmation is the proof that German tax
 * offices accept. How long it wants to be left alone after too many questions (429, Retry-After) need not be read: who waits
 * for an answer asks ever less often.
 */
final class Evatr implements VatIdCheck {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    /** BZSt may tell more than we asked for. */
    private static final ObjectReader TOLERANT =
            Json.MAPPER.readerFor(Reply.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI address;
    private final Duration patience;

    /** @param address without a slash at the end */
    Evatr(URI address, Duration patience) {
        this.address = URI.create(address + "/app/v1/abfrage");
        this.patience = patience;
    }

    private record Reply(
            @Nullable String id,
            @Nullable String anfrageZeitpunkt,
            @Nullable String status,
            @Nullable String gueltigAb,
            @Nullable String gueltigBis,
            @Nullable String ergFirmenname,
            @Nullable String ergStrasse,
            @Nullable String ergPlz,
            @Nullable String ergOrt) {
        Comparison comparison() {
            return new Comparison(ergFirmenname, ergStrasse, ergPlz, ergOrt);
        }
    }

    @Override
    public VatIdAnswer ask(VatIdQuestion question) {
        try {
            HttpResponse<byte[]> response = http.send(request(question), BodyHandlers.ofByteArray());
            Reply reply = TOLERANT.readValue(response.body());
            if (reply == null || reply.status() == null) return silent("HTTP " + response.statusCode());
            return answer(reply, reply.status(), response.statusCode());
        } catch (JsonProcessingException garbage) {
            return silent("an answer that is no JSON");
        } catch (IOException silence) {
            return silent("no answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return silent("interrupted");
        }
    }

    /** Only what says that the customer's ID is wrong is a refusal; what is wrong with us or with BZSt says nothing of it. */
    private static VatIdAnswer answer(Reply reply, String status, int http) {
        Register register = new Register(reply.id(), reply.anfrageZeitpunkt(), status);
        return switch (status) {
            case "evatr-0000", "evatr-2008" ->
                http == OK ? valid(register, reply.comparison()) : silent(status + " with HTTP " + http);
            case "evatr-2001" -> invalid(register, Phrase.VAT_ID_NOT_ASSIGNED.with());
            case "evatr-2002" -> invalid(register, Phrase.VAT_ID_NOT_YET.with(reply.gueltigAb()));
            case "evatr-2006" -> invalid(register, Phrase.VAT_ID_NO_LONGER.with(reply.gueltigBis()));
            case "evatr-0005", "evatr-0012", "evatr-2003" -> invalid(register, Phrase.VAT_ID_MALFORMED.with());
            default -> silent(status);
        };
    }

    private static VatIdAnswer valid(Register register, Comparison comparison) {
        boolean isPeculiar = register.status().equals("evatr-2008");
        return isPeculiar || comparison.refutesName()
                ? new Mismatch(register, comparison)
                : new Confirmed(register, comparison);
    }

    private static VatIdAnswer invalid(Register register, Statement reason) {
        return new Invalid(register, reason);
    }

    private static VatIdAnswer silent(String what) {
        return new Unavailable("eVatR: " + what);
    }

    private HttpRequest request(VatIdQuestion question) throws JsonProcessingException {
        Map<String, String> body = Map.of(
                "anfragendeUstid",
                question.ownVatId(),
                "angefragteUstid",
                question.vatId(),
                "firmenname",
                question.name(),
                "strasse",
                question.street(),
                "plz",
                question.postalCode(),
                "ort",
                question.city());
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
                .build();
    }
}
