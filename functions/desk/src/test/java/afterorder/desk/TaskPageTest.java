package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.EnteringTest.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class TaskPageTest {
    private final DeskOffice office;
    private final SampleOrder order;
    private final String token;

    TaskPageTest(LocalServices services) {
        office = new DeskOffice(services);
        order = office.task();
        token = office.link(order, 1);
    }

    @Test
    void shows_what_to_buy_and_a_field_for_each_key() throws IOException {
        Document page = page(get());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("tbody tr")).hasSize(6);
        assertThat(page.select("dl").text()).contains("C-10042").contains("@muster.example");
        assertThat(page.select("textarea")).hasSize(5);
        assertThat(page.select("input[name=account]")).hasSize(3);
        assertThat(page.select("input[name^=sen]").eachAttr("value"))
                .containsExactly("SEN-1234567", "SEN-1234568", "", "", "");
        Files.writeString(Path.of("target/task-page.html"), page.outerHtml());
    }

    @Test
    void names_each_field_for_those_who_do_not_see_it() {
        Document page = page(get());
        for (Element field : page.select("input[type=text], textarea")) {
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
        }
        assertThat(page.select("fieldset > legend")).hasSameSizeAs(page.select("fieldset"));
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void carries_no_script_and_tells_nobody_where_it_was() {
        APIGatewayV2HTTPResponse answer = get();
        assertThat(page(answer).select("script, link, img, [onclick]")).isEmpty();
        assertThat(answer.getHeaders())
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cache-control", "no-store");
        assertThat(answer.getHeaders().get("content-security-policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void changes_nothing_when_it_is_looked_at() {
        PurchaseRow before = office.row(order);
        get();
        assertThat(office.opens(token, "HEAD", "", NOW).getBody()).isEmpty();
        assertThat(office.row(order)).isEqualTo(before);
        assertThat(office.deployed.operations()).containsOnly("GetItem");
    }

    @Test
    void takes_everything_and_says_that_it_is_done() {
        APIGatewayV2HTTPResponse answer = post(
                field("vendorOrder", "AT-1"),
                field("account", "existing"),
                license(0, 1, "SEN-1234567", KEY),
                license(1, 2, "SEN-1234568", KEY),
                license(2, 3, "SEN-31", KEY.substring(0, 70) + "\r\n" + KEY.substring(70)),
                license(3, 3, "SEN-32", KEY),
                license(4, 3, "SEN-33", KEY));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        Document page = page(answer);
        assertThat(page.select("[role=status]").text()).startsWith("Fertig, vielen Dank!");
        assertThat(page.select("textarea")).isEmpty();
        assertThat(page.select("input[name=withdraw]")).hasSize(5);
        assertThat(office.row(order).progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(office.entered(order))
                .contains(new EnteredLicense(3, "SEN-31", KEY.substring(0, 70) + "\n" + KEY.substring(70)));
        assertThat(office.told()).doesNotContain(KEY.substring(0, 70));
    }

    @Test
    void keeps_what_is_right_and_shows_the_rest_again_without_any_key() {
        APIGatewayV2HTTPResponse answer = post(
                field("vendorOrder", "AT 1"),
                field("account", "none"),
                license(0, 1, "SEN-1234567", KEY),
                license(1, 2, "SEN-7", KEY),
                license(2, 3, "SEN-31", "short"),
                license(3, 3, KEY, KEY));
        assertThat(answer.getStatusCode()).isEqualTo(422);
        Document page = page(answer);
        assertThat(page.select("[role=alert]")).hasSize(1);
        assertThat(page.select("[aria-invalid=true]").eachAttr("name"))
                .containsExactly("vendorOrder", "sen.0", "key.1", "sen.2");
        assertThat(page.select(".error").eachText()).isNotEmpty();
        assertThat(page.select("input[value=SEN-31]")).hasSize(1);
        assertThat(office.told()).doesNotContain(KEY);
        assertThat(office.row(order).vendor().desk().account().code()).isEqualTo("none");
        assertThat(office.row(order).vendor().desk().vendorOrder()).isNull();
    }

    @Test
    @Tag("S45")
    void says_for_which_purchase_an_order_number_is_entered_already_and_keeps_the_rest() {
        SampleOrder other = office.task();
        office.enters(other, "{\"vendorOrder\": \"AT-1\"}");
        APIGatewayV2HTTPResponse answer =
                post(field("vendorOrder", "AT-1"), field("account", "none"), license(0, 3, "SEN-31", KEY));
        assertThat(answer.getStatusCode()).isEqualTo(422);
        Document page = page(answer);
        assertThat(page.select("[aria-invalid=true]").eachAttr("name")).containsExactly("vendorOrder");
        assertThat(page.select("#vendorOrder-error").text())
                .isEqualTo("Diese Bestellnummer ist schon eingetragen: Auftrag " + other.id() + ", Kauf 1.");
        assertThat(office.row(order).vendor().desk().vendorOrder()).isNull();
        assertThat(office.row(order).vendor().desk().account().code()).isEqualTo("none");
        assertThat(office.entered(order)).hasSize(1);
    }

    @Test
    void lets_a_license_be_withdrawn_and_entered_anew() {
        post(license(0, 3, "SEN-99", KEY));
        Document page = page(post(field("withdraw", "SEN-99")));
        assertThat(page.select("input[name=withdraw]")).isEmpty();
        assertThat(page.select("textarea")).hasSize(5);
        assertThat(office.entered(order)).isEmpty();
    }

    @Test
    void is_gone_when_the_link_is_void_or_old_and_unknown_otherwise() {
        assertThat(office.opens(token, "GET", "", NOW.plus(Duration.ofDays(14))).getStatusCode())
                .isEqualTo(410);
        assertThat(office.opens(office.link(order, 0), "POST", field("vendorOrder", "AT-1"), NOW)
                        .getStatusCode())
                .isEqualTo(410);
        assertThat(office.opens(token + "x", "GET", "", NOW).getStatusCode()).isEqualTo(404);
        assertThat(office.row(order).vendor().desk().vendorOrder()).isNull();
    }

    private APIGatewayV2HTTPResponse get() {
        return office.opens(token, "GET", "", NOW);
    }

    private APIGatewayV2HTTPResponse post(String... fields) {
        return office.opens(token, "POST", String.join("&", fields), NOW);
    }

    private static Document page(APIGatewayV2HTTPResponse answer) {
        return Jsoup.parse(answer.getBody());
    }

    private static String license(int index, int line, String sen, String key) {
        return Arrays.asList(field("line." + index, "" + line), field("sen." + index, sen), field("key." + index, key))
                .stream()
                .collect(Collectors.joining("&"));
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
