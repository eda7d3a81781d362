package afterorder.acceptance.crash;

import static afterorder.acceptance.shop.AnOrder.anOrder;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.TeamDoor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A service is agreed on, its date moved, the work done and signed off. */
record ServiceWithAMovedDate() implements Scenario {
    private static final int FIRST_DAY = 7;
    private static final int MOVED_TO_DAY = 8;

    /** Over some days on which nobody works, too. */
    private static final Duration UNTIL_DONE = Duration.ofDays(MOVED_TO_DAY + 6L);

    /** As many as have time with one person of the team on the same days. */
    @Override
    public int mostAtOnce() {
        return Client.APPOINTMENTS_A_DAY;
    }

    @Override
    public AnOrder order(LocalDate today) {
        return anOrder().withService().with(root -> {
            root.remove("technicalContact");
            root.put("commissioned", true);
        });
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.call(
                        "note the contact",
                        sight -> !sight.mailsTo(TeamDoor.TEAM).isEmpty(),
                        (client, sight) -> client.team(
                                "POST",
                                "/contacts",
                                "{\"member\": \"%s\", \"channel\": \"phone\"}".formatted(TeamDoor.CLARA))),
                Step.call(
                        "propose a date",
                        sight -> sight.status("service-1").equals("contacted"),
                        (client, sight) -> client.proposes(FIRST_DAY, 0)),
                Step.call("accept it", sight -> isProposed(sight, 1), (client, sight) -> accepts(client, sight, 1)),
                Step.call(
                        "propose another date",
                        sight -> appointments(sight) == 1,
                        (client, sight) -> client.proposes(MOVED_TO_DAY, 1)),
                Step.call("accept that", sight -> isProposed(sight, 2), (client, sight) -> accepts(client, sight, 2)),
                Step.pause(ServiceWithAMovedDate::isMoved, UNTIL_DONE),
                Step.call("enter the work", sight -> true, (client, sight) -> client.worked(TeamDoor.CLARA)),
                Step.call("close it", sight -> true, (client, sight) -> client.team("POST", "/closing", "")),
                Step.call(
                        "sign it off",
                        sight -> !sight.at("service-1", "/performance/issue/sentAt")
                                .isEmpty(),
                        ServiceWithAMovedDate::signsOff));
    }

    private static HttpResponse<String> accepts(Client client, Sight sight, int proposal) {
        return client.sends(latest(client, sight), "accept", Integer.toString(proposal), Map.of("slot", "1"));
    }

    private static HttpResponse<String> signsOff(Client client, Sight sight) {
        String number = sight.at("service-1", "/performance/issue/number");
        return client.sends(latest(client, sight), "sign-off", number, Map.of("name", "Erika Muster"));
    }

    /** So many dates were proposed, and every mail about them is out. */
    private static boolean isProposed(Sight sight, int proposals) {
        JsonNode service = sight.rows().get("service-1").data();
        return service.at("/agreement/dates/proposals").size() == proposals
                && service.at("/progress/outbox/notices").isEmpty();
    }

    /** The latest mail to the customer that leads to the engagement's page. */
    private static Letter latest(Client client, Sight sight) {
        return sight.mailsTo(client.order().customerEmail()).stream()
                .filter(mail -> mail.links().stream().anyMatch(link -> link.contains("/e/")))
                .toList()
                .getLast();
    }

    private static int appointments(Sight sight) {
        return sight.rows()
                .get("service-1")
                .data()
                .at("/agreement/dates/appointments")
                .size();
    }

    private static boolean isMoved(Sight sight) {
        return sight.at("service-1", "/agreement/dates/appointments/0/sequence").equals("1");
    }

    @Override
    public boolean hasEnded(Sight sight) {
        return sight.status("service-1").equals("done");
    }
}
