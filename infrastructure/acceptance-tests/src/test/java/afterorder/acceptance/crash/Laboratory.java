package afterorder.acceptance.crash;

import afterorder.acceptance.invariant.Invariants;
import afterorder.acceptance.invariant.World;
import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sends orders through one scenario, undisturbed and with faults, and judges what came of them. */
final class Laboratory {
    private final Scenario scenario;

    Laboratory(Scenario scenario) {
        this.scenario = scenario;
    }

    /** A shop in which this scenario can be; what comes of it is judged here, not when it closes. @param data its folder */
    Shop opens(Path data) {
        Shop shop = Shop.open(data, scenario.parameters());
        shop.isLeftBroken();
        return shop;
    }

    /**
     * One order, and nothing goes wrong.
     *
     * @throws AssertionError when it is parked instead of coming to its end, or breaks an invariant all the same
     */
    Undisturbed undisturbed(Shop shop) {
        Story story = story(shop, List.of(), 0);
        Wave.run(shop, List.of(story));
        Outcome outcome = judge(shop, List.of(story), new Undisturbed(List.of(), MailPattern.ANY))
                .getFirst();
        if (outcome.isParked() || !outcome.isGood()) throw new AssertionError(story + ": " + outcome.line());
        List<JsonNode> calls = Api.json(shop.api().get("/_local/calls").body())
                .get("calls")
                .valueStream()
                .toList();
        return new Undisturbed(CallPoint.of(story.id(), calls), mails(shop, story));
    }

    /** So many orders at once, each with its faults. */
    List<Outcome> wave(Shop shop, List<List<Fault>> faults, Undisturbed undisturbed) {
        List<Story> stories = new ArrayList<>();
        faults.forEach(some -> stories.add(story(shop, some, stories.size())));
        Wave.run(shop, stories);
        return judge(shop, stories, undisturbed);
    }

    private Story story(Shop shop, List<Fault> faults, int place) {
        LocalDate today = shop.clock().now().atOffset(ZoneOffset.UTC).toLocalDate();
        AnOrder order = scenario.order(today);
        return new Story(
                scenario, faults, new Client(shop, order, UUID.randomUUID().toString(), place));
    }

    private List<Outcome> judge(Shop shop, List<Story> stories, Undisturbed undisturbed) {
        World world = World.of(shop);
        List<String> broken = Invariants.brokenAtTheEnd(world);
        return stories.stream()
                .map(story -> {
                    List<String> violations = new ArrayList<>();
                    story.failure().ifPresent(violations::add);
                    broken.stream()
                            .filter(violation -> concerns(story, violation, stories))
                            .forEach(violations::add);
                    boolean isParked = isParked(world, story);
                    if (!isParked && story.failure().isEmpty() && scenario.goesOneWay()) {
                        mails(shop, story)
                                .differences(undisturbed.mails(), excuses(world, story))
                                .forEach(violations::add);
                    }
                    return new Outcome(scenario.name(), story.faults(), strikes(world, story), isParked, violations);
                })
                .toList();
    }

    /** What names no order of them may be anybody's. */
    private static boolean concerns(Story story, String violation, List<Story> stories) {
        return violation.contains(story.id()) || stories.stream().noneMatch(other -> violation.contains(other.id()));
    }

    private static boolean isParked(World world, Story story) {
        return world.rows().stream()
                .anyMatch(row -> row.key().equals(story.id())
                        && !row.data().at("/progress/parked").isMissingNode());
    }

    private static int strikes(World world, Story story) {
        return (int) world.strikes().stream()
                .filter(strike -> strike.path("orderId").asText().equals(story.id()))
                .count();
    }

    private static long excuses(World world, Story story) {
        return world.strikes().stream()
                .filter(strike -> strike.path("unrecordedMailsOf").asText().equals(story.id()))
                .mapToLong(strike -> strike.path("unrecordedMails").asLong())
                .sum();
    }

    private static MailPattern mails(Shop shop, Story story) {
        List<Letter> about = shop.mailbox().all().stream()
                .filter(mail -> mail.subject().contains(story.id()))
                .toList();
        return MailPattern.of(about, story.id());
    }
}
