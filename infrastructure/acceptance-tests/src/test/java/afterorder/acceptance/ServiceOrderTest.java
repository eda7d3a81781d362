package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static afterorder.acceptance.shop.TeamDoor.CLARA;
import static afterorder.acceptance.shop.TeamDoor.JONAS;
import static afterorder.acceptance.shop.TeamDoor.LEAD;
import static afterorder.acceptance.shop.TeamDoor.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.InBothLanguages;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import afterorder.acceptance.shop.TeamDoor;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No commissioned service is forgotten, and nobody has to ask when somebody will call. */
@InMovingShop
class ServiceOrderTest {
    private static final String COMMISSIONING =
            "{\"by\": \"Erika Muster\", \"on\": \"2026-11-30\", \"reference\": \"PO 4711\"}";
    private static final Pattern UID = Pattern.compile("UID:(\\S+)");

    @InBothLanguages
    @Tag("S12")
    @Tag("S13")
    @Tag("S14")
    @Tag("S15")
    @Tag("S16")
    @Tag("S17")
    @Tag("S26")
    void is_commissioned_contacted_agreed_on_performed_and_signed_off(Language language, Shop shop) {
        AnOrder order = services(false).in(language);
        String customer = order.customerEmail();
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        TeamDoor team = new TeamDoor(shop, id);
        shop.minutesPass(2);
        assertThat(status(shop, id)).isEqualTo("waiting");
        assertThat(team.mails(TEAM)).isEmpty();
        assertThat(team.tries("POST", "contacts", "{\"member\": \"%s\", \"channel\": \"phone\"}".formatted(CLARA))
                        .statusCode())
                .isEqualTo(409);

        assertThat(shop.changes("PUT", id + "/commissioning", COMMISSIONING).statusCode())
                .isEqualTo(200);
        Letter task = team.awaits(TEAM, "");
        assertThat(task.text()).contains("Erika Muster", customer, "Migration workshop");
        String confirmation = shop.order(id).at("/confirmation/number").textValue();
        assertThat(shop.api().get(TeamDoor.page(task)).body()).contains(customer, confirmation);
        team.does("PUT", "owner", "{\"member\": \"%s\"}".formatted(CLARA));
        team.contacts(CLARA);
        assertThat(shop.order(id).at("/services/0/contactedAt").isTextual()).isTrue();

        team.proposes(3, 0);
        Letter proposal = latest(shop, customer, 2);
        for (int look = 0; look < 3; look++) {
            assertThat(shop.api().get(TeamDoor.page(proposal)).statusCode()).isEqualTo(200);
            assertThat(shop.api().head(TeamDoor.page(proposal)).body()).isEmpty();
        }
        assertThat(team.engagement().at("/proposals/0/answer").isMissingNode()).isTrue();
        for (int click = 0; click < 2; click++) {
            assertThat(team.sends(proposal, "accept", "1", Map.of("slot", "2")).statusCode())
                    .isEqualTo(200);
        }
        Letter invitation = latest(shop, customer, 3);
        assertThat(invitation.calendar()).contains("METHOD:REQUEST", "SEQUENCE:0", "BEGIN:VTIMEZONE");
        assertThat(team.awaits(CLARA, "").calendar()).contains(uid(invitation), "SEQUENCE:0");

        LocalDateTime moved = team.proposes(1, 1);
        Letter other = latest(shop, customer, 4);
        team.sends(other, "accept", "2", Map.of("slot", "1"));
        Letter again = latest(shop, customer, 5);
        assertThat(again.calendar()).contains("METHOD:REQUEST", "SEQUENCE:1", uid(invitation));
        team.does("PUT", "details", "{\"member\": \"%s\", \"goal\": \"Everything in the Cloud\"}".formatted(CLARA));
        assertThat(latest(shop, customer, 6).text()).contains("Everything in the Cloud");

        team.holds(moved);
        team.worked(CLARA);
        team.does("POST", "closing", "");
        Letter record = latest(shop, customer, 7);
        JsonNode closed = team.engagement();
        String number = closed.at("/record/number").textValue();
        assertThat(Pdf.behind(record.links().getFirst(), shop.api()).text())
                .contains(number, "Workshop", "Clara Berg", "1:30");
        assertThat(team.sends(record, "sign-off", number, Map.of("name", "Erika Muster"))
                        .statusCode())
                .isEqualTo(200);
        JsonNode done = shop.order(id);
        assertThat(done.get("status").textValue()).isEqualTo("done");
        assertThat(done.at("/services/0/record").textValue()).isEqualTo(number);
        shop.minutesPassUntil(() -> team.mails(TEAM).getLast().text().contains(number));
        assertThat(team.mails(TEAM).getLast().text()).contains("Erika Muster");
    }

    @Test
    @Tag("S15")
    void is_remembered_by_team_and_lead_until_the_customer_is_contacted(Shop shop) {
        AnOrder order = services(true);
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        TeamDoor team = new TeamDoor(shop, id);
        team.awaits(TEAM, "");
        for (int day = 0; day < 7; day++) {
            shop.clock().advances("P1D");
            shop.awaitRest();
            shop.minutesPass(1);
        }
        assertThat(team.mails(TEAM)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(team.mails(LEAD)).hasSizeGreaterThanOrEqualTo(2);
        JsonNode levels = level(shop);
        assertThat(levels.get("missed").intValue()).isPositive();

        team.contacts(JONAS);
        int toTeam = team.mails(TEAM).size();
        int toLead = team.mails(LEAD).size();
        shop.clock().advances("P2D");
        shop.minutesPass(2);
        assertThat(team.mails(TEAM)).hasSize(toTeam);
        assertThat(team.mails(LEAD)).hasSize(toLead);

        team.worked(JONAS);
        team.does("POST", "closing", "");
        Letter record = latest(shop, order.customerEmail(), 2);
        String number = team.engagement().at("/record/number").textValue();
        team.sends(record, "sign-off", number, Map.of("name", "Erika Muster"));
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
        assertThat(level(shop).get("contacted").intValue()).isPositive();
    }

    @Test
    @Tag("S10")
    @Tag("S13")
    void goes_to_each_team_concerned_beside_the_licenses_none_waiting_for_the_other(Shop shop) {
        AnOrder order = anOrder()
                .with(root -> root.put("commissioned", true))
                .withService()
                .withDataCenter(1)
                .withLine(line -> line.put("kind", "service")
                        .put("service", "development")
                        .put("description", "Interface")
                        .put("quantity", "3")
                        .put("unit", "day")
                        .put("unitPrice", "1320.00"));
        String id = shop.places(order);
        JsonNode invoiced = shop.await(
                id, "invoiced", now -> now.at("/purchases/0/status").asText().equals("invoiced"));
        assertThat(invoiced.get("status").textValue()).isEqualTo("open");
        assertThat(invoiced.get("services").findValuesAsText("team")).containsExactly("consulting", "development");
        for (String reader : List.of(TEAM, "development@reseller.example")) {
            shop.minutesPassUntil(() -> !shop.mailbox().about(reader, id).isEmpty());
        }
        assertThat(shop.mailbox().about(TEAM, id).getFirst().text()).doesNotContain("Interface");

        for (int number = 1; number <= 2; number++) {
            assertThat(shop.desk("DELETE", "engagements/" + id + "/" + number, "{\"reason\": \"agreed by phone\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
    }

    @Test
    @Tag("S12")
    void is_called_off_until_it_is_commissioned(Shop shop) {
        String id = shop.places(services(false));
        shop.awaitConfirmed(id);
        assertThat(shop.changes("DELETE", id + "/services/1", "").statusCode()).isEqualTo(200);
        assertThat(shop.order(id).get("status").textValue()).isEqualTo("cancelled");
        assertThat(shop.changes("PUT", id + "/commissioning", COMMISSIONING).statusCode())
                .isEqualTo(409);
    }

    private static AnOrder services(boolean commissioned) {
        return anOrder().withService().with(root -> {
            root.remove("technicalContact");
            root.put("commissioned", commissioned);
        });
    }

    private static String status(Shop shop, String id) {
        return shop.order(id).at("/services/0/status").textValue();
    }

    private static JsonNode level(Shop shop) {
        return Api.json(shop.desk("GET", "service-levels", "").body())
                .valueStream()
                .filter(level -> level.path("team").asText().equals("consulting"))
                .findFirst()
                .orElseThrow();
    }

    private static Letter latest(Shop shop, String reader, int count) {
        shop.minutesPassUntil(() -> shop.mailbox().to(reader).size() >= count);
        return shop.mailbox().to(reader).get(count - 1);
    }

    private static String uid(Letter letter) {
        return UID.matcher(letter.calendar())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
