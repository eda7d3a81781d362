package afterorder.scheduling;

import static afterorder.scheduling.TeamOffice.CLARA;
import static afterorder.scheduling.TeamOffice.NOW;
import static afterorder.scheduling.TeamOffice.form;
import static afterorder.scheduling.TeamOffice.ok;
import static afterorder.scheduling.TeamOffice.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.service.Appointment;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.service.Proposal.Outcome;
import afterorder.order.service.Side;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of mailed links, for teams and for customers. */
@ExtendWith(LocalServicesExtension.class)
class LinkedPageTest {
    private final TeamOffice office;

    LinkedPageTest(LocalServices services) {
        office = new TeamOffice(services);
    }

    @Test
    @Tag("S14")
    @Tag("S16")
    void lead_from_the_task_to_an_appointment_that_is_moved_and_called_off() throws IOException {
        SampleOrder order = office.commissioned();
        String team = office.link(order, Side.TEAM);
        String customer = office.link(order, Side.CUSTOMER);
        keep("team-commissioned", team, NOW);
        post(team, form("action", "owner", "member", CLARA));
        post(team, form("action", "contact", "member", CLARA, "channel", "phone", "note", "calls\r\nback"));
        assertThat(office.row(order).agreement().contacts().getFirst().note()).isEqualTo("calls back");
        keep("team-contacted", team, NOW);
        post(
                team,
                form(
                        "action",
                        "propose",
                        "from.0",
                        "2026-12-07T09:00",
                        "to.0",
                        "10:30",
                        "from.1",
                        "2026-12-08T13:00",
                        "to.1",
                        "14:30",
                        "from.2",
                        "2026-12-09T15:00",
                        "to.2",
                        "16:30",
                        "place",
                        "Frankfurt",
                        "meeting",
                        "https://meet.reseller.example/1"));
        Document offered = opened(customer);
        keep("customer-proposed", customer, NOW);
        assertThat(offered.select("input[name=slot]")).hasSize(3);
        assertThat(offered.select("label.choice").get(1).text())
                .contains("07:00")
                .contains("13:00");
        assertThat(post(customer, form("action", "accept", "target", "1", "slot", "2"))
                        .select("[role=status]"))
                .hasSize(1);
        assertThat(office.row(order).dates().appointments().getFirst().slot().from())
                .isEqualTo(Instant.parse("2026-12-08T12:00:00Z"));
        post(
                team,
                form(
                        "action",
                        "propose",
                        "from.0",
                        "2026-12-10T09:00",
                        "to.0",
                        "10:30",
                        "place",
                        "Frankfurt",
                        "moves",
                        "1"));
        keep("customer-moving", customer, NOW);
        post(customer, form("action", "accept", "target", "2", "slot", "1"));
        Appointment moved = office.row(order).dates().appointments().getFirst();
        assertThat(moved.slot().from()).isEqualTo(Instant.parse("2026-12-10T08:00:00Z"));
        assertThat(moved.sequence()).isEqualTo(1);
        keep("team-agreed", team, NOW);
        post(team, form("action", "appointment-off", "target", "1", "reason", "ill"));
        assertThat(opened(customer).text()).contains("called off: ill");
    }

    @Test
    @Tag("S16")
    void show_slots_by_the_customers_clock_and_ours() {
        SampleOrder order = office.proposed("07T15:00/16:30");
        String customer =
                opened(office.link(order, Side.CUSTOMER)).select("label.choice").text();
        assertThat(customer).contains("09:00").contains("15:00");
        ok(office.calls("POST /proposals", order, proposal("08T15:00/16:30")));
        assertThat(opened(office.link(order, Side.TEAM)).text())
                .contains("15:00")
                .contains("09:00");
    }

    @Test
    @Tag("S16")
    void take_other_dates_from_the_customer_by_the_customers_clock() {
        SampleOrder order = office.proposed("07T09:00/10:30");
        String customer = office.link(order, Side.CUSTOMER);
        Document page =
                post(customer, form("action", "propose", "target", "1", "from.0", "2026-12-08T08:00", "to.0", "09:30"));
        assertThat(page.select("[role=status]")).hasSize(1);
        assertThat(office.row(order)
                        .dates()
                        .open()
                        .orElseThrow()
                        .slots()
                        .getFirst()
                        .from())
                .isEqualTo(Instant.parse("2026-12-08T13:00:00Z"));
        Document team = opened(office.link(order, Side.TEAM));
        assertThat(team.select("input[value=accept]")).hasSize(1);
        post(office.link(order, Side.TEAM), form("action", "accept", "target", "2", "slot", "1"));
        assertThat(office.row(order).dates().appointments()).hasSize(1);
    }

    @Test
    @Tag("S16")
    void decline_with_a_reason_and_answer_nothing_that_the_page_did_not_show() {
        SampleOrder order = office.proposed("07T09:00/10:30");
        String customer = office.link(order, Side.CUSTOMER);
        ok(office.calls("POST /proposals", order, proposal("08T09:00/10:30")));
        APIGatewayV2HTTPResponse old =
                office.opens(customer, "POST", form("action", "accept", "target", "1", "slot", "1"), NOW);
        assertThat(old.getStatusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(old.getBody()).select("[role=alert] li").text())
                .isEqualTo("another proposal was made in its place.");
        APIGatewayV2HTTPResponse other = office.opens(
                customer,
                "POST",
                form("action", "propose", "target", "1", "from.0", "2026-12-08T08:00", "to.0", "09:30"),
                NOW);
        assertThat(other.getStatusCode()).isEqualTo(409);
        post(customer, form("action", "decline", "target", "2", "reason", "on holiday"));
        assertThat(office.row(order).dates().proposal(2).orElseThrow().answer().outcome())
                .isEqualTo(Outcome.DECLINED);
    }

    @Test
    @Tag("S16")
    void show_how_it_stands_to_who_uses_a_link_twice() {
        SampleOrder order = office.proposed("07T09:00/10:30", "08T09:00/10:30");
        String customer = office.link(order, Side.CUSTOMER);
        post(customer, form("action", "accept", "target", "1", "slot", "1"));
        EngagementRow agreed = office.row(order);
        post(customer, form("action", "accept", "target", "1", "slot", "1"));
        APIGatewayV2HTTPResponse other =
                office.opens(customer, "POST", form("action", "accept", "target", "1", "slot", "2"), NOW);
        assertThat(other.getStatusCode()).isEqualTo(409);
        assertThat(other.getBody()).contains("the proposal is answered already");
        assertThat(Jsoup.parse(other.getBody()).select("table").first().text()).contains("agreed");
        assertThat(office.row(order)).isEqualTo(agreed);
    }

    @Test
    void say_everything_that_is_wrong_and_keep_what_was_written() throws IOException {
        SampleOrder order = office.contacted();
        String team = office.link(order, Side.TEAM);
        APIGatewayV2HTTPResponse wrong = office.opens(
                team,
                "POST",
                form(
                        "action",
                        "propose",
                        "from.0",
                        "2026-12-05T09:00",
                        "to.0",
                        "10:30",
                        "from.1",
                        "2026-12-07T20:00",
                        "to.1",
                        "21:00",
                        "place",
                        "Köln"),
                NOW);
        assertThat(wrong.getStatusCode()).isEqualTo(422);
        Files.writeString(Path.of("target/team-wrong.html"), wrong.getBody());
        Document page = Jsoup.parse(wrong.getBody());
        assertThat(page.select("[role=alert] li").eachText())
                .containsExactly(
                        "Termin 1: muss in den Arbeitszeiten des Teams liegen.",
                        "Termin 2: muss in den Arbeitszeiten des Teams liegen.");
        assertThat(page.select("details[open] input[name=place]").val()).isEqualTo("Köln");
        assertThat(page.select("details[open] input[name=from.1]").val()).isEqualTo("2026-12-07T20:00");
        Document empty = Jsoup.parse(office.opens(team, "POST", form("action", "work", "member", "x"), NOW)
                .getBody());
        assertThat(empty.select("[role=alert] li")).hasSize(4);
    }

    @Test
    @Tag("S17")
    @Tag("S26")
    void take_details_and_work_and_close_the_engagement() throws IOException {
        SampleOrder order = office.contacted();
        String team = office.link(order, Side.TEAM);
        Instant evening = NOW.plus(Duration.ofHours(9));
        post(team, form("action", "details", "member", CLARA, "goal", "Umzug in die Cloud", "participants", "6"));
        office.opens(
                team,
                "POST",
                form("action", "work", "member", CLARA, "from", "2026-11-23T10:00", "to", "11:30", "what", "Workshop"),
                evening);
        keep("team-worked", team, evening);
        keep("customer-details", office.link(order, Side.CUSTOMER), evening);
        office.opens(team, "POST", form("action", "close"), evening);
        assertThat(office.row(order).status()).isEqualTo(Status.CLOSED);
        assertThat(office.row(order).agreement().details().goal()).isEqualTo("Umzug in die Cloud");
    }

    @Test
    void have_no_forms_when_it_has_ended() {
        SampleOrder order = office.commissioned();
        String team = office.link(order, Side.TEAM);
        post(team, form("action", "off", "reason", "the project is over"));
        for (Side side : Side.values()) {
            assertThat(opened(office.link(order, side)).select("form")).isEmpty();
        }
        assertThat(office.opens(team, "POST", form("action", "owner", "member", CLARA), NOW)
                        .getStatusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void change_nothing_when_they_are_looked_at(Side side) {
        SampleOrder order = office.proposed("07T09:00/10:30");
        EngagementRow before = office.row(order);
        int calls = office.deployed.operations().size();
        String token = office.link(order, side);
        APIGatewayV2HTTPResponse page = office.opens(token, "GET", "", NOW);
        assertThat(office.opens(token, "HEAD", "", NOW).getBody()).isEmpty();
        assertThat(office.row(order)).isEqualTo(before);
        assertThat(office.deployed.operations().stream().skip(calls)).allMatch(List.of("GetItem", "Query")::contains);
        assertThat(Jsoup.parse(page.getBody()).select("script, link, img, [onclick]"))
                .isEmpty();
        assertThat(page.getHeaders())
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cache-control", "no-store");
        assertThat(page.getHeaders().get("content-security-policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void are_gone_when_the_link_is_old_and_unknown_otherwise() {
        SampleOrder order = office.proposed("07T09:00/10:30");
        String token = office.link(order, Side.CUSTOMER);
        Instant late = NOW.plus(Duration.ofDays(400));
        assertThat(office.opens(token, "GET", "", late).getStatusCode()).isEqualTo(410);
        assertThat(office.opens(token, "HEAD", "", late).getBody()).isEmpty();
        String accepting = form("action", "accept", "target", "1", "slot", "1");
        assertThat(office.opens(token, "POST", accepting, late).getStatusCode()).isEqualTo(410);
        assertThat(office.opens(token + "x", "GET", "", NOW).getStatusCode()).isEqualTo(404);
        assertThat(office.row(order).dates().open()).isPresent();
    }

    @Test
    void name_each_field_for_those_who_do_not_see_it() {
        SampleOrder order = office.proposed("07T09:00/10:30");
        for (Side side : Side.values()) {
            Document page = opened(office.link(order, side));
            for (Element field : page.select("input:not([type=hidden]):not([type=radio]), select, textarea")) {
                assertThat(page.select("label[for='" + field.id() + "']"))
                        .as(field.id())
                        .hasSize(1);
            }
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("h1")).hasSize(1);
        }
    }

    private Document opened(String token) {
        return Jsoup.parse(office.opens(token, "GET", "", NOW).getBody());
    }

    private Document post(String token, String form) {
        APIGatewayV2HTTPResponse answer = office.opens(token, "POST", form, NOW);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return Jsoup.parse(answer.getBody());
    }

    /** For eyes to see. */
    private void keep(String name, String token, Instant now) throws IOException {
        Files.writeString(
                Path.of("target", name + ".html"),
                office.opens(token, "GET", "", now).getBody());
    }
}
