package afterorder.localcloud.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page shows what it promises of one small shop, and nothing on it is taken for HTML or given away. */
class PagesTest {
    private static final String ORDER = SmallShop.ORDER;
    private static final String SECRET = "AAAB-the-secret-key-itself";

    @TempDir
    private static Path folder;

    private static SmallShop shop;

    @BeforeAll
    static void open() throws IOException {
        shop = new SmallShop(folder);
        shop.hasRow(ORDER, "order", Map.of("order", """
                {"customer":{"number":"C-1","name":"<b>Muster</b> & Söhne"}}""", "data", """
                {"receivedAt":"2026-11-23T08:15:30Z","confirmation":{"status":"sent","number":"AB-2026-00017"}}"""));
        shop.hasRow(ORDER, "purchase-1", Map.of("data", """
                {"status":"purchasing","purchaseOn":"2026-11-23",
                 "progress":{"parked":{"reason":{"phrase":"refused","facts":["<i>no</i>"]},"since":"2026-11-23T08:16:00Z"}}}"""));
        shop.hasRow("f00d", "link", Map.of("data", "{\"objectKey\":\"confirmations/x.pdf\"}"));
        shop.hasObject("Documents", "confirmations/" + ORDER + "/AB-2026-00017.pdf", "%PDF-1.7");
        shop.hasObject("Documents", "notes/page.html", "<script>alert(1)</script>");
        shop.hasObject("Documents", "notes/a b?c#d.json", "{}");
        shop.hasObject("LicenseKeys", ORDER + "/keys.json", SECRET);
        shop.hasMessage("Work", "waits");
        shop.hasMessage("GivenUp", "{\"orderId\":\"<u>1</u>\"}");
        shop.hasExecution(ORDER + "-purchase-1-1");
        shop.hasMail(mail());
        shop.send(vendorOrder(ORDER + "-purchase-1-1"));
        shop.cloud
                .functions()
                .invoke(shop.cloud.template().functions().getFirst().name(), new byte[] {'{', '}'});
    }

    @AfterAll
    static void shut() {
        shop.close();
    }

    @Test
    void the_start_page_shows_how_far_each_order_has_got() {
        assertThat(html("/_local/"))
                .contains("/_local/orders/" + ORDER, "2026-11-23 08:15:30", "AB-2026-00017", "purchase-1", "purchasing")
                .contains("refused · &lt;i&gt;no&lt;/i&gt;", "&lt;b&gt;Muster&lt;/b&gt; &amp; Söhne")
                .contains("curl -s http://localhost:" + shop.cloud.port() + "/orders")
                .doesNotContain("<b>Muster", "<i>no", "f00d");
    }

    @Test
    void the_page_of_an_order_shows_all_that_is_known_of_it() {
        assertThat(html("/_local/orders/" + ORDER))
                .contains("confirmations/" + ORDER + "/AB-2026-00017.pdf", "Your &lt;order&gt;")
                .contains("/_local/executions/" + ORDER + "-purchase-1-1", "dynamodb PutItem")
                .contains("\"number\" : \"AB-2026-00017\"")
                .doesNotContain(SECRET, "notes/page.html");
    }

    @Test
    void a_mail_is_read_as_its_recipient_reads_it() {
        String list = html("/_local/mailbox");
        assertThat(list).contains("Your &lt;order&gt;", "buyer@muster.example");
        String address = list.replaceAll("(?s).*href=\"(/_local/mailbox/[^\"]+)\".*", "$1");
        assertThat(html(address))
                .contains("shop@reseller.example", "plan.ics", "text/calendar")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("srcdoc=\"&lt;html>&lt;head>&lt;base target=&#34;_blank&#34;>")
                .contains("<a href=\"http://localhost/d/abc\" target=\"_blank\"");
        assertThat(html("/_local/mailbox?to=nobody@muster.example")).contains("No mail.");
    }

    @Test
    void programs_get_the_mailbox_as_they_always_did() {
        for (String accept : new String[] {"application/json", "*/*"}) {
            var answer = shop.send(shop.request("/_local/mailbox").header("Accept", accept));
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.body()).startsWith("{\"messages\":[{\"id\":");
        }
        assertThat(shop.send(shop.request("/_local/mailbox")).body()).startsWith("{\"messages\":");
    }

    @Test
    void documents_can_be_read_and_keys_cannot() {
        assertThat(html("/_local/documents")).contains("AB-2026-00017.pdf", ORDER + "/keys.json", "26 bytes");
        String documents = "/_local/documents/" + shop.bucket("Documents");
        var pdf = shop.page(documents + "/confirmations/" + ORDER + "/AB-2026-00017.pdf");
        assertThat(pdf.body()).isEqualTo("%PDF-1.7");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(shop.page(documents + "/notes/page.html").headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        assertThat(html("/_local/documents")).contains("notes/a%20b%3Fc%23d.json");
        assertThat(shop.page(documents + "/notes/a%20b%3Fc%23d.json").body()).isEqualTo("{}");
        var secret = shop.page("/_local/documents/" + shop.bucket("LicenseKeys") + "/" + ORDER + "/keys.json");
        assertThat(secret.statusCode()).isEqualTo(404);
        assertThat(secret.body()).doesNotContain(SECRET);
    }

    @Test
    void queues_are_counted_and_dead_letters_shown() {
        assertThat(html("/_local/queues").replaceAll("\\s+", " "))
                .containsPattern("Work<br>.{0,90}</th> <td class=\"number\">1</td> <td class=\"number\">0</td>")
                .contains("&lt;u&gt;1&lt;/u&gt;")
                .doesNotContain("<u>1");
    }

    @Test
    void an_execution_is_told_state_by_state() {
        await().untilAsserted(() -> assertThat(html("/_local/executions")).contains("failed", "NoLicense"));
        assertThat(html("/_local/executions/" + ORDER + "-purchase-1-1"))
                .contains("Look", "Give up", "NoLicense: the vendor has &lt;b&gt;none&lt;/b&gt;", "PassStateEntered")
                .doesNotContain("<b>none");
    }

    @Test
    void a_function_shows_its_figures_and_what_it_logged() {
        assertThat(html("/_local/functions")).contains("/_local/functions/Shop", "Cold starts");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(html("/_local/functions/Shop"))
                .contains("missing.&lt;b&gt;Handler&lt;/b&gt;")
                .doesNotContain("<b>Handler"));
        assertThat(html("/_local/functions/Shop?contains=no+such+words")).contains("contains that.");
    }

    @Test
    void purchases_are_shown_without_their_keys() {
        String key =
                shop.send(shop.request("/_local/vendor")).body().replaceAll("(?s).*\"key\":\"([^\"\\\\]+).*", "$1");
        assertThat(html("/_local/purchases"))
                .contains(ORDER + "-purchase-1-1", "ada@muster.example", key.substring(0, 12) + "… (")
                .doesNotContain(key.substring(0, 13));
    }

    @Test
    void the_form_moves_the_clock() {
        Instant before = shop.cloud.clock().instant();
        var moved = shop.send(form("amount=2&unit=HOURS"));
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).hasValue("/_local/");
        assertThat(shop.cloud.clock().instant()).isAfter(before.plus(Duration.ofHours(2)));
        assertThat(shop.send(form("amount=soon&unit=HOURS")).statusCode()).isEqualTo(400);
        assertThat(shop.send(form("amount=1&unit=CENTURIES")).statusCode()).isEqualTo(400);
        assertThat(shop.page("/_local/move-clock").statusCode()).isEqualTo(405);
        assertThat(shop.send(shop.request("/_local/").DELETE()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "orders",
                "orders/0000000000000",
                "orders/f00d",
                "mailbox/none",
                "documents/none/of/it.pdf",
                "executions/none",
                "functions/None",
            })
    void what_is_not_there_is_answered_with_404(String path) {
        HttpResponse<String> answer = shop.page("/_local/" + path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Not found</h1>", "class=\"problem\"");
    }

    @Test
    void a_page_that_fails_says_why() {
        try (var s3 = shop.s3()) {
            String bucket = shop.bucket("LicenseKeys");
            s3.deleteObject(delete -> delete.bucket(bucket).key(ORDER + "/keys.json"));
            s3.deleteBucket(delete -> delete.bucket(bucket));
            HttpResponse<String> answer = shop.page("/_local/documents");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("This page failed", "NoSuchBucket");
            s3.createBucket(create -> create.bucket(bucket));
            shop.hasObject("LicenseKeys", ORDER + "/keys.json", SECRET);
        }
    }

    private static String html(String path) {
        HttpResponse<String> answer = shop.page(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        return answer.body();
    }

    private static HttpRequest.Builder form(String fields) {
        return shop.request("/_local/move-clock")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields, StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder vendorOrder(String reference) {
        return shop.request("/_local/vendor/api/orders/" + reference)
                .header("Authorization", "Bearer sandbox")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"technicalContact":{"name":"Ada","email":"ada@muster.example","atlassianAccount":true},
                         "customer":{"name":"Muster","country":"DE"},
                         "items":[{"line":1,"transaction":"renewal","product":"jira","deployment":"data-center",
                          "users":500,"months":12,"quantity":1,"sen":"SEN-1234567"}]}"""));
    }

    private static String mail() {
        return """
               From: Shop <shop@reseller.example>
               To: buyer@muster.example
               Subject: Your <order>
               MIME-Version: 1.0
               Content-Type: multipart/mixed; boundary=outer

               --outer
               Content-Type: multipart/alternative; boundary=inner

               --inner
               Content-Type: text/plain; charset=UTF-8

               Order %1$s: http://localhost/d/abc
               --inner
               Content-Type: text/html; charset=UTF-8

               <html><head></head><body>Order %1$s</body></html>
               --inner--
               --outer
               Content-Type: text/calendar
               Content-Disposition: attachment; filename=plan.ics

               BEGIN:VCALENDAR
               --outer--
               """.formatted(ORDER).replace("\n", "\r\n");
    }
}
