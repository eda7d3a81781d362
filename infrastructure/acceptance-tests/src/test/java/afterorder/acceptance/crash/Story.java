package afterorder.acceptance.crash;

import afterorder.acceptance.shop.Shop;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One order on its way through a scenario, with what goes wrong for it. */
final class Story {
    private static final Set<Integer> PLACED = Set.of(201);

    private final Scenario scenario;
    private final List<Fault> faults;
    private final Client client;
    private int steps;
    private Optional<String> failure = Optional.empty();

    Story(Scenario scenario, List<Fault> faults, Client client) {
        this.scenario = scenario;
        this.faults = List.copyOf(faults);
        this.client = client;
    }

    String id() {
        return client.id();
    }

    Scenario scenario() {
        return scenario;
    }

    List<Fault> faults() {
        return faults;
    }

    Client client() {
        return client;
    }

    void begin() {
        Shop shop = client.shop();
        scenario.prepare(shop, client.order());
        faults.forEach(fault -> shop.faults().strike(fault.rule(id())));
        check("place", client.places(), PLACED);
    }

    /** Does what it is time for. @return whether something was done */
    boolean goesOn(Sight sight) {
        if (isOver(sight) || !(next().orElse(null) instanceof Step.Call call)) return false;
        if (!call.isTime().test(sight)) return false;
        check(call.name(), call.doing().by(client, sight), call.expected());
        steps++;
        return true;
    }

    /** How long everybody is to wait before it goes on; empty when it does not wait for time. */
    Optional<Duration> pause(Sight sight) {
        if (isOver(sight) || !(next().orElse(null) instanceof Step.Pause pause)) return Optional.empty();
        return pause.isTime().test(sight) ? Optional.of(pause.duration()) : Optional.empty();
    }

    void hasWaited() {
        steps++;
    }

    private Optional<Step> next() {
        List<Step> all = scenario.steps();
        return steps < all.size() ? Optional.of(all.get(steps)) : Optional.empty();
    }

    /** It has ended as expected, waits for staff who do nothing about it here, or has failed. */
    boolean isOver(Sight sight) {
        if (failure.isPresent() || next().isEmpty() && scenario.hasEnded(sight)) return true;
        boolean isLeftToStaff = next().filter(step -> step.isTime().test(sight)).isEmpty();
        return sight.isParked() && isLeftToStaff;
    }

    /** What a call of its failed with, or where it got stuck. */
    Optional<String> failure() {
        return failure;
    }

    void isStuck(Sight sight) {
        String at = next().map(Object::toString).orElse("its end");
        fail("gets no further than before " + at + ": " + sight.rows().values());
    }

    private void check(String name, HttpResponse<String> answer, Set<Integer> expected) {
        if (!expected.contains(answer.statusCode())) {
            fail("%s was answered %d %s".formatted(name, answer.statusCode(), answer.body()));
        }
    }

    private void fail(String why) {
        failure = Optional.of(why);
    }

    @Override
    public String toString() {
        return scenario.name() + ", " + (faults.isEmpty() ? "undisturbed" : faults.toString()) + " (" + id() + ")";
    }
}
