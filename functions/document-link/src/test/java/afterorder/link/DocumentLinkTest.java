package afterorder.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.confirmation.DocumentLinks;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@ExtendWith(LocalServicesExtension.class)
class DocumentLinkTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Instant LATER = NOW.plus(LIFE);
    private static final String METHOD = "/requestContext/http/method";
    private static final byte[] DOCUMENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final Deployed deployed;
    private final DocumentLink function;
    private final Rows rows;
    private final ObjectStore documents;
    private final Orders orders;
    private final String token = UUID.randomUUID().toString();
    private final SampleOrder order = SampleOrder.of("licenses");
    private final String objectKey = DocumentKind.INVOICE.objectKey(order.id(), "R-2026-00017");
    private final Target.Document invoice = new Target.Document(objectKey, new Email(order.customer()), Language.DE);

    DocumentLinkTest(LocalServices services) {
        deployed = services.function("DocumentLinkFunction");
        function = new DocumentLink(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()));
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        rows = new Rows(clients.dynamoDb(), deployed.variable("TABLE"));
        documents = new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET"));
        orders = new Orders(clients.dynamoDb(), deployed.variable("TABLE"), documents);
    }

    @BeforeEach
    void mail_a_link() {
        documents.keep(objectKey, DOCUMENT, "application/pdf");
        Order placed = order.order();
        OrderRow row = OrderRow.received(
                order.id(),
                "shop",
                "hash",
                placed,
                Settings.bundled().seller(),
                Settings.bundled().teams(),
                NOW);
        orders.create(row, placed, SampleOrder.RETENTION);
        rows.save(MailedLink.to(invoice, order.id(), token, NOW, LIFE));
    }

    @Test
    void leads_to_the_document() throws Exception {
        APIGatewayV2HTTPResponse answer = open();
        assertThat(answer.getStatusCode()).isEqualTo(302);
        assertThat(answer.getHeaders())
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cache-control", "no-store");
        HttpResponse<byte[]> document = fetch(answer.getHeaders().get("location"));
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).isEqualTo(DOCUMENT);
        assertThat(document.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(document.headers().firstValue("content-disposition"))
                .contains("inline; filename=\"R-2026-00017.pdf\"");
    }

    @Test
    void gives_an_address_that_lives_as_long_as_the_template_says() {
        assertThat(open().getHeaders().get("location"))
                .contains("X-Amz-Expires=" + deployed.variable("LINK_SECONDS") + "&");
    }

    @Test
    void answers_a_scanner_without_an_address() {
        APIGatewayV2HTTPResponse answer = answer(event().with(METHOD, "HEAD"));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders()).doesNotContainKey("location");
        assertThat(answer.getBody()).isEmpty();
    }

    @Test
    void opens_as_often_as_one_likes_and_writes_nothing() {
        open();
        assertThat(open().getStatusCode()).isEqualTo(302);
        assertThat(deployed.operations()).containsOnly("GetItem");
    }

    @Test
    void knows_nothing_of_a_token_that_never_was() {
        APIGatewayV2HTTPResponse answer = answer(event().with("/pathParameters/token", token + "x"));
        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void knows_nothing_of_a_link_to_a_task_of_the_desk() {
        String toTask = token + "-task";
        rows.save(MailedLink.to(new Target.Task(1, 1), order.id(), toTask, NOW, LIFE));
        assertThat(answer(event().with("/pathParameters/token", toTask)).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void says_kindly_that_a_link_has_expired() {
        APIGatewayV2HTTPResponse answer = at(LATER, "GET");
        assertGone(answer);
        assertThat(answer.getBody())
                .contains("Dieser Link ist abgelaufen", "This link has expired", "<form method=\"post\">")
                .doesNotContain(token, order.id().value(), "Muster");
        assertThat(deployed.operations()).containsOnly("GetItem");
    }

    @Test
    void says_kindly_that_a_link_was_revoked() {
        revoke(NOW);
        APIGatewayV2HTTPResponse answer = open();
        assertGone(answer);
        assertThat(answer.getBody())
                .contains("Dieser Link gilt nicht mehr", "This link is no longer valid")
                .doesNotContain("<form");
    }

    @Test
    void opens_a_link_that_was_made_after_the_earlier_ones_were_revoked() {
        revoke(NOW.minusSeconds(1));
        assertThat(open().getStatusCode()).isEqualTo(302);
    }

    @Test
    void lets_the_reader_of_an_expired_link_ask_for_a_new_one_which_the_order_owes_then() {
        APIGatewayV2HTTPResponse answer = at(LATER, "POST");
        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody()).doesNotContain(token, order.id().value(), "muster.example");
        assertThat(owed()).containsExactly(new Notice.NewLink(invoice, LATER));
        assertThat(rows.order(order.id()).orElseThrow().progress().due()).isPresent();
        assertThat(deployed.operations()).contains("TransactWriteItems");
    }

    @Test
    void owes_one_new_link_however_often_it_is_asked_for_meanwhile() {
        at(LATER, "POST");
        at(LATER.plusSeconds(1), "POST");
        assertThat(owed()).hasSize(1);
        assertThat(rows.link(token).orElseThrow().renewals()).hasSize(1);
    }

    @Test
    void owes_three_a_day_and_answers_the_fourth_as_the_others() {
        String answer = at(LATER, "POST").getBody();
        for (int minutes = 1; minutes <= 5; minutes++) {
            mailed();
            assertThat(at(LATER.plusSeconds(60L * minutes), "POST").getBody()).isEqualTo(answer);
            assertThat(owed()).hasSize(minutes < 3 ? 1 : 0);
        }
        assertThat(at(LATER.plus(Duration.ofDays(1)), "POST").getBody()).isEqualTo(answer);
        assertThat(owed()).hasSize(1);
    }

    @Test
    void owes_nothing_for_a_link_that_works_or_was_revoked_or_never_was_and_does_not_tell() {
        String answer = at(NOW, "POST").getBody();
        assertThat(answer(event().with("/pathParameters/token", token + "x").with(METHOD, "POST"))
                        .getBody())
                .isEqualTo(answer);
        revoke(LATER.minusSeconds(1));
        assertThat(at(LATER, "POST").getBody()).isEqualTo(answer);
        assertThat(owed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, 2", "REFUSED, 3", "DEAD_FROM_HERE, 3", "ANSWER_LOST, 3"})
    void owes_and_counts_in_one_write_wherever_it_dies(Faults.Kind fault, int call) {
        deployed.disturbed(fault, call);
        if (fault == Faults.Kind.ANSWER_LOST) at(LATER, "POST");
        else assertThatThrownBy(() -> at(LATER, "POST")).isInstanceOf(DynamoDbException.class);
        assertThat(rows.link(token).orElseThrow().renewals()).hasSameSizeAs(owed());

        deployed.disturbed(Faults.Kind.REFUSED, 0);
        at(LATER, "POST");
        assertThat(owed()).hasSize(1);
        assertThat(rows.link(token).orElseThrow().renewals()).hasSize(1);
    }

    private APIGatewayV2HTTPResponse at(Instant time, String method) {
        return answer(
                event().with("/requestContext/timeEpoch", time.toEpochMilli()).with(METHOD, method));
    }

    private List<Notice> owed() {
        return rows.order(order.id()).orElseThrow().progress().outbox().notices();
    }

    private void mailed() {
        OrderRow row = rows.order(order.id()).orElseThrow();
        if (!row.progress().outbox().isEmpty())
            rows.save(row.withProgress(row.progress().notified()));
    }

    private void revoke(Instant time) {
        OrderRow row = rows.order(order.id()).orElseThrow();
        rows.save(DocumentLinks.revoked(row, invoice.number(), "sent to the wrong person", time));
    }

    private static void assertGone(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(410);
        assertThat(answer.getHeaders())
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("referrer-policy", "no-referrer")
                .doesNotContainKey("location");
    }

    private APIGatewayV2HTTPResponse open() {
        return answer(event());
    }

    private LambdaEvent event() {
        return LambdaEvent.of("document-link").with("/pathParameters/token", token);
    }

    private APIGatewayV2HTTPResponse answer(LambdaEvent event) {
        return function.handleRequest(event.as(APIGatewayV2HTTPEvent.class), new InvocationContext());
    }

    private static HttpResponse<byte[]> fetch(String address) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
