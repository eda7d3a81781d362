package afterorder.scheduling;

import static afterorder.scheduling.TeamOffice.NOW;
import static afterorder.scheduling.TeamOffice.json;
import static afterorder.scheduling.TeamOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff sees of all engagements. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S15")
class ListsTest {
    private static final Pattern NEXT = Pattern.compile("</desk/engagements\\?(.*)>; rel=\"next\"");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final TeamOffice office;

    ListsTest(LocalServices services) {
        office = new TeamOffice(services);
    }

    @Test
    void list_everything_by_team_in_pages() {
        for (int order = 0; order < 14; order++) office.commissioned();
        List<String> teams = new ArrayList<>();
        Optional<String> query = Optional.of("");
        int pages = 0;
        while (query.isPresent()) {
            APIGatewayV2HTTPResponse page = list(query.get(), "application/json", NOW);
            ok(page).forEach(entry -> teams.add(entry.at("/team").asText()));
            pages++;
            query = Optional.ofNullable(page.getHeaders().get("link")).map(ListsTest::next);
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(teams).hasSize(28).isSorted();
    }

    @Test
    void filter_by_team_status_and_what_is_overdue() {
        String late = office.commissioned().id().value();
        office.contacted();
        assertThat(ok(list("team=consulting", "application/json", NOW))).hasSize(2);
        assertThat(ok(list("team=consulting&status=contacted", "application/json", NOW)))
                .hasSize(1);
        assertThat(ok(list("overdue=true", "application/json", NOW))).isEmpty();
        JsonNode overdue = ok(list("team=consulting&overdue=true", "application/json", TOMORROW));
        assertThat(overdue.findValuesAsText("orderId")).containsExactly(late);
        assertThat(overdue.at("/0/customer/name").asText()).isEqualTo("Example Inc.");
        APIGatewayV2HTTPResponse wrong = list("team=sales&status=new&overdue=maybe", "application/json", NOW);
        assertThat(json(wrong).at("/errors")).hasSize(3);
        assertThat(list("after=x", "application/json", NOW).getStatusCode()).isEqualTo(422);
    }

    @Test
    void are_a_page_for_who_would_rather_see_one() throws IOException {
        office.commissioned();
        office.contacted();
        APIGatewayV2HTTPResponse answer =
                list("team=consulting&status=open", "text/html,application/xhtml+xml,*/*;q=0.8", TOMORROW);
        Document page = Jsoup.parse(answer.getBody());
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tr.urgent")).hasSize(1);
        assertThat(page.select("select[name=team] option[selected]").val()).isEqualTo("consulting");
        assertThat(page.select("a").eachAttr("href")).allMatch(link -> link.startsWith("/desk/engagements"));
        assertThat(answer.getHeaders().get("content-security-policy")).startsWith("default-src 'none'");
        Files.writeString(Path.of("target", "list.html"), answer.getBody());
    }

    @Test
    void measure_from_the_commissioning_to_the_first_contact_in_working_time() {
        office.contacted();
        office.commissioned();
        String body = "{\"member\":\"%s\",\"channel\":\"email\"}".formatted(TeamOffice.JONAS);
        ok(office.calls("POST /contacts", office.commissioned(), body, NOW.plus(Duration.ofHours(2))));
        JsonNode levels = ok(levels("2026-01-01", TOMORROW));
        assertThat(levels).hasSize(3);
        JsonNode consulting = levels.get(0);
        assertThat(consulting.at("/team").asText()).isEqualTo("consulting");
        assertThat(consulting.at("/contacted").asInt()).isEqualTo(2);
        assertThat(consulting.at("/worst").asText()).isEqualTo("PT2H");
        assertThat(consulting.at("/waiting").asInt()).isEqualTo(1);
        assertThat(consulting.at("/missed").asInt()).isEqualTo(1);
        assertThat(levels.get(1).at("/waiting").asInt()).isEqualTo(3);
        assertThat(ok(levels("2026-11-24", TOMORROW)).get(0).at("/contacted").asInt())
                .isZero();
        assertThat(levels("yesterday", NOW).getStatusCode()).isEqualTo(422);
    }

    /** A text that one language lacks is found before somebody sees the page. */
    @Test
    void have_each_text_in_each_language() throws IOException {
        Properties german = texts("de");
        Properties english = texts("en");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String name : german.stringPropertyNames()) {
            assertThat(places(german.getProperty(name))).as(name).isEqualTo(places(english.getProperty(name)));
        }
    }

    private static long places(String text) {
        return Pattern.compile("%s").matcher(text).results().count();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        texts.load(ListsTest.class.getResourceAsStream("texts_" + language + ".properties"));
        return texts;
    }

    private static String next(String header) {
        Matcher matcher = NEXT.matcher(header);
        assertThat(matcher.matches()).as(header).isTrue();
        return matcher.group(1);
    }

    private APIGatewayV2HTTPResponse list(String query, String accept, Instant now) {
        return answer("GET /desk/engagements", query, accept, now);
    }

    private APIGatewayV2HTTPResponse levels(String since, Instant now) {
        return answer("GET /desk/service-levels", "since=" + since, "application/json", now);
    }

    private APIGatewayV2HTTPResponse answer(String route, String query, String accept, Instant now) {
        LambdaEvent event = LambdaEvent.of("engagement-list")
                .with("/routeKey", route)
                .with("/headers/accept", accept)
                .with("/requestContext/timeEpoch", now.toEpochMilli())
                .without("/queryStringParameters/team")
                .without("/queryStringParameters/overdue");
        for (String parameter : query.split("&")) {
            if (parameter.isEmpty()) continue;
            String name = parameter.substring(0, parameter.indexOf('='));
            event = event.with("/queryStringParameters/" + name, parameter.substring(name.length() + 1));
        }
        return office.answer(event);
    }
}
