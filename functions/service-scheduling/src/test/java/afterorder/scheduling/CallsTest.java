package afterorder.scheduling;

import static afterorder.scheduling.TeamOffice.CLARA;
import static afterorder.scheduling.TeamOffice.JONAS;
import static afterorder.scheduling.TeamOffice.NOW;
import static afterorder.scheduling.TeamOffice.json;
import static afterorder.scheduling.TeamOffice.ok;
import static afterorder.scheduling.TeamOffice.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.row.Deadline;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What teams do about engagements by HTTP calls. */
@ExtendWith(LocalServicesExtension.class)
class CallsTest {
    private final TeamOffice office;

    CallsTest(LocalServices services) {
        office = new TeamOffice(services);
    }

    @Test
    @Tag("S14")
    @Tag("S15")
    void lets_somebody_take_over_and_log_the_contact_which_ends_every_reminder() {
        SampleOrder order = office.commissioned();
        JsonNode before = ok(office.calls("GET ", order, ""));
        assertThat(before.at("/status").asText()).isEqualTo("commissioned");
        assertThat(before.at("/contactBy").asText()).isEqualTo("2026-11-23T12:45:30Z");
        JsonNode owned = ok(office.calls("PUT /owner", order, "{\"member\":\"" + JONAS + "\"}"));
        assertThat(owned.at("/owner/name").asText()).isEqualTo("Jonas Keller");
        JsonNode contacted = ok(office.calls(
                "POST /contacts",
                order,
                "{\"member\":\"%s\",\"at\":\"2026-11-23T10:00:00+01:00\",\"channel\":\"phone\",\"note\":\"calls back\"}"
                        .formatted(JONAS),
                NOW.plus(Duration.ofHours(1))));
        assertThat(contacted.at("/status").asText()).isEqualTo("contacted");
        assertThat(contacted.at("/contacts/0/at").asText()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(office.row(order).progress().deadlines()).doesNotContainKey(Deadline.CONTACT);
    }

    @Test
    @Tag("S12")
    void refuses_to_contact_before_the_commissioning_and_says_how_it_stands() {
        SampleOrder order = office.waiting();
        APIGatewayV2HTTPResponse answer =
                office.calls("POST /contacts", order, "{\"member\":\"%s\",\"channel\":\"phone\"}".formatted(CLARA));
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(json(answer).at("/engagement/status").asText()).isEqualTo("waiting");
        assertThat(json(answer).at("/detail").asText()).contains("not commissioned yet");
    }

    @Test
    @Tag("S16")
    void proposes_moves_and_calls_off_what_the_customer_accepted() {
        SampleOrder order = office.contacted();
        ok(office.calls("POST /proposals", order, proposal("07T09:00/10:30", "08T13:00/14:30")));
        assertThat(ok(office.calls("POST /proposals", order, proposal("07T09:00/10:30", "08T13:00/14:30")))
                        .at("/proposals"))
                .hasSize(1);
        assertThat(office.calls("POST /proposals/1/acceptance", order, "{\"slot\":1}")
                        .getStatusCode())
                .isEqualTo(409);
        String page = office.link(order, afterorder.order.service.Side.CUSTOMER);
        office.opens(page, "POST", TeamOffice.form("action", "accept", "target", "1", "slot", "2"), NOW);
        String moving = proposal("09T09:00/10:30").replace("]}", "],\"moves\":1}");
        ok(office.calls("POST /proposals", order, moving));
        office.opens(page, "POST", TeamOffice.form("action", "accept", "target", "2", "slot", "1"), NOW);
        JsonNode moved = ok(office.calls("GET ", order, ""));
        assertThat(moved.at("/appointments")).hasSize(1);
        assertThat(moved.at("/appointments/0/sequence").asInt()).isEqualTo(1);
        assertThat(moved.at("/appointments/0/slot/from").asText()).isEqualTo("2026-12-09T08:00:00Z");
        JsonNode off = ok(office.calls("DELETE /appointments/1", order, "{\"reason\":\"ill\"}"));
        assertThat(off.at("/appointments/0/reason").asText()).isEqualTo("ill");
        assertThat(off.at("/appointments/0/sequence").asInt()).isEqualTo(2);
        assertThat(ok(office.calls("DELETE /appointments/1", order, "{\"reason\":\"ill\"}")))
                .isEqualTo(off);
    }

    @Test
    @Tag("S16")
    void answers_what_the_customer_proposed() {
        SampleOrder order = office.proposed("07T09:00/10:30");
        String page = office.link(order, afterorder.order.service.Side.CUSTOMER);
        String form =
                TeamOffice.form("action", "propose", "target", "1", "from.0", "2026-12-10T05:00", "to.0", "06:30");
        assertThat(office.opens(page, "POST", form, NOW).getStatusCode()).isEqualTo(200);
        APIGatewayV2HTTPResponse wrong = office.calls("POST /proposals/2/acceptance", order, "{\"slot\":3}");
        assertThat(wrong.getStatusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/pointer").asText()).isEqualTo("/slot");
        JsonNode agreed = ok(office.calls("POST /proposals/2/acceptance", order, "{\"slot\":1}"));
        assertThat(agreed.at("/appointments/0/slot/from").asText()).isEqualTo("2026-12-10T10:00:00Z");
        assertThat(agreed.at("/appointments/0/customer/name").asText()).isEqualTo("Petra Project");
        assertThat(office.calls("POST /proposals/2/refusal", order, "{\"reason\":\"no\"}")
                        .getStatusCode())
                .isEqualTo(409);
    }

    @Test
    @Tag("S16")
    void names_everything_that_is_wrong_with_a_proposal_at_once() {
        SampleOrder order = office.contacted();
        APIGatewayV2HTTPResponse shape = office.calls("POST /proposals", order, """
                {"slots": [{"from": "2026-12-07T09:00:30+01:00", "to": "noon", "meeting": "http://x.example"}, 7], "moves": 0}
                """);
        assertThat(shape.getStatusCode()).isEqualTo(422);
        assertThat(json(shape).at("/errors").findValuesAsText("pointer"))
                .containsExactly("/slots/0/from", "/slots/0/to", "/slots/0/meeting", "/slots/1", "/moves");
        String late = proposal("07T09:00/10:30", "07T22:00/23:00", "05T09:00/10:00", "07T09:00/09:05");
        APIGatewayV2HTTPResponse times = office.calls("POST /proposals", order, late);
        assertThat(times.getStatusCode()).isEqualTo(422);
        assertThat(json(times).at("/errors").findValuesAsText("pointer"))
                .containsExactly("/slots/1", "/slots/2", "/slots/3");
    }

    @Test
    @Tag("S17")
    void keeps_details_with_who_and_when() {
        SampleOrder order = office.contacted();
        String body = "{\"member\":\"%s\",\"goal\":\"Move to Cloud\",\"place\":\"Frankfurt\"}".formatted(CLARA);
        JsonNode kept = ok(office.calls("PUT /details", order, body));
        assertThat(kept.at("/details/goal").asText()).isEqualTo("Move to Cloud");
        assertThat(kept.at("/details/by/name").asText()).isEqualTo("Clara Berg");
        assertThat(kept.at("/details/at").asText()).isEqualTo(NOW.toString());
        assertThat(ok(office.calls("PUT /details", order, body, NOW.plusSeconds(60))))
                .isEqualTo(kept);
        APIGatewayV2HTTPResponse nothing = office.calls("PUT /details", order, "{\"member\":\"x\",\"colour\":\"red\"}");
        assertThat(json(nothing).at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/member", "/goal", "/colour");
    }

    @Test
    @Tag("S26")
    void takes_work_to_the_minute_and_no_two_entries_of_one_person_at_once_whatever_the_order() {
        SampleOrder order = office.contacted();
        SampleOrder other = office.contacted();
        Instant evening = NOW.plus(Duration.ofHours(9));
        JsonNode entered = ok(office.calls("POST /performance", order, work("10:00", "11:30"), evening));
        assertThat(entered.at("/performance/0/minutes").asInt()).isEqualTo(90);
        assertThat(ok(office.calls("POST /performance", order, work("10:00", "11:30"), evening)))
                .isEqualTo(entered);
        for (SampleOrder each : new SampleOrder[] {order, other}) {
            APIGatewayV2HTTPResponse overlapping =
                    office.calls("POST /performance", each, work("11:29", "12:00"), evening);
            assertThat(overlapping.getStatusCode()).isEqualTo(422);
            assertThat(json(overlapping).at("/errors/0/pointer").asText()).isEqualTo("/from");
        }
        ok(office.calls("POST /performance", other, work("11:30", "12:00"), evening));
        assertThat(ok(office.calls("DELETE /performance/1", order, "", evening)).at("/performance"))
                .isEmpty();
        ok(office.calls("POST /performance", other, work("10:00", "11:30"), evening));
    }

    @Test
    @Tag("S26")
    void closes_what_is_done_once_and_refuses_what_is_not() {
        SampleOrder order = office.contacted();
        assertThat(json(office.calls("POST /closing", order, "")).at("/detail").asText())
                .contains("no work is entered");
        Instant evening = NOW.plus(Duration.ofHours(9));
        ok(office.calls("POST /performance", order, work("10:00", "11:30"), evening));
        JsonNode closed = ok(office.calls("POST /closing", order, "", evening));
        assertThat(closed.at("/status").asText()).isEqualTo("closed");
        assertThat(ok(office.calls("POST /closing", order, "", evening))).isEqualTo(closed);
        assertThat(office.row(order).progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, evening);
        assertThat(office.calls("POST /retry", order, "", evening).getStatusCode())
                .isEqualTo(409);
    }

    @Test
    void retries_what_is_parked_and_calls_off_what_is_not_to_be() {
        SampleOrder order = office.contacted();
        EngagementRow row = office.row(order);
        office.rows.save(row.parked(afterorder.order.Phrase.RECORD_MAIL_REFUSED.with("full"), NOW));
        assertThat(ok(office.calls("GET ", order, "")).at("/parked/reason").asText())
                .isEqualTo("the performance record's mail was refused: full");
        assertThat(ok(office.calls("POST /retry", order, "")).has("parked")).isFalse();
        ok(office.calls("POST /retry", order, ""));
        assertThat(ok(office.calls("DELETE ", order, "{\"reason\":\"the project is over\"}"))
                        .at("/status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(office.row(order).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void knows_no_other_orders_and_engagements() {
        SampleOrder order = office.commissioned();
        for (String[] unknown : new String[][] {
            {"0000000000000", "1"},
            {"x", "1"},
            {order.id().value(), "3"},
            {order.id().value(), "x"}
        }) {
            assertThat(office.calls("GET ", unknown[0], unknown[1], "", NOW).getStatusCode())
                    .isEqualTo(404);
        }
        assertThat(office.calls("PUT /owner", order, "{\"member\":\"nobody@else.example\"}")
                        .getStatusCode())
                .isEqualTo(422);
        assertThat(office.calls("PUT /owner", order, "no json").getStatusCode()).isEqualTo(400);
    }

    private static String work(String from, String to) {
        return "{\"member\":\"%s\",\"from\":\"2026-11-23T%s:00+01:00\",\"to\":\"2026-11-23T%s:00+01:00\",\"what\":\"workshop\"}"
                .formatted(CLARA, from, to);
    }
}
