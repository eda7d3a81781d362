package afterorder.link;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.services.Deployed;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class DocumentLinkTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final byte[] DOCUMENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final Deployed deployed;
    private final DocumentLink function;
    private final Rows rows;
    private final ObjectStore documents;
    private final String token = UUID.randomUUID().toString();
    private final SampleOrder order = SampleOrder.of("licenses");
    private final String objectKey = DocumentKind.INVOICE.objectKey(order.id(), "R-2026-00017");

    DocumentLinkTest(LocalServices services) {
        deployed = services.function("DocumentLinkFunction");
        function = new DocumentLink(
                new Environment(deployed.variables()),
                new Clients(deployed.endpoint(), deployed.region(), deployed.credentials()));
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        rows = new Rows(clients.dynamoDb(), deployed.variable("TABLE"));
        documents = new ObjectStore(clients.s3(), deployed.variable("DOCUMENTS_BUCKET"));
    }

    @BeforeEach
    void mail_a_link() {
        documents.keep(objectKey, DOCUMENT, "application/pdf");
        rows.save(MailedLink.to(new Target.Document(objectKey), order.id(), token, NOW.plus(Duration.ofDays(1))));
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
        APIGatewayV2HTTPResponse answer = answer(event().with("/requestContext/http/method", "HEAD"));
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
        rows.save(MailedLink.to(new Target.Task(1, 1), order.id(), toTask, NOW.plus(Duration.ofDays(1))));
        assertThat(answer(event().with("/pathParameters/token", toTask)).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void says_kindly_that_a_link_has_expired() {
        long later = NOW.plus(Duration.ofDays(2)).toEpochMilli();
        assertGone(answer(event().with("/requestContext/timeEpoch", later)));
    }

    @Test
    void says_kindly_that_a_link_was_revoked() {
        MailedLink link = rows.link(token).orElseThrow();
        rows.save(new MailedLink(link.tokenHash(), link.version(), link.orderId(), link.target(), link.until(), true));
        assertGone(open());
    }

    private static void assertGone(APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).isEqualTo(410);
        assertThat(answer.getHeaders())
                .containsEntry("content-type", "text/html; charset=utf-8")
                .containsEntry("referrer-policy", "no-referrer")
                .doesNotContainKey("location");
        assertThat(answer.getBody()).contains("This link has expired").contains("Dieser Link ist abgelaufen");
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
