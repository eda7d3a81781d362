package afterorder.acceptance.shop;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.invariant.Invariants;
import afterorder.acceptance.invariant.World;
import afterorder.localcloud.LocalCloud;
import afterorder.localcloud.Setup;
import afterorder.localcloud.function.FunctionStatistics;
import afterorder.localcloud.function.RunningEnvironment;
import afterorder.localcloud.function.RunningEnvironment.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The whole system on the local cloud, as its users see it. */
public final class Shop implements AutoCloseable {
    /** The checkout: where {@code template.yaml} is. */
    public static final Path ROOT =
            Path.of(System.getProperty("root", "../..")).toAbsolutePath().normalize();

    private static final String TEMPLATE = "afterorder.template";
    private static final String PATIENCE = "afterorder.patience";

    private final LocalCloud cloud;
    private final Api api;
    private boolean isLeftBroken;

    private Shop(LocalCloud cloud) {
        this.cloud = cloud;
        this.api = new Api(cloud.address());
    }

    /** A shop of one's own, for stories that move the clock or break things. */
    public static Shop open(Path data) {
        return open(data, Map.of());
    }

    /** @param parameters of the template */
    public static Shop open(Path data, Map<String, String> parameters) {
        return open(template(), data, parameters);
    }

    /** From now on shops are opened with this template, which names other files by their whole paths. */
    public static void useTemplate(Path template) {
        System.setProperty(TEMPLATE, template.toString());
    }

    /** From now on, nobody waits longer than that for what is to come about: for tests that are to fail. */
    public static void waitAtMost(Duration patience) {
        System.setProperty(PATIENCE, patience.toString());
    }

    private static Duration patience() {
        return Duration.parse(System.getProperty(PATIENCE, "PT60S"));
    }

    static Path template() {
        return Path.of(
                System.getProperty(TEMPLATE, ROOT.resolve("template.yaml").toString()));
    }

    /** @param template beside what it names */
    public static Shop open(Path template, Path data, Map<String, String> parameters) {
        Setup setup = new Setup(template, data, 0, parameters, Optional.of(FasterStarts.ARCHIVES));
        return new Shop(LocalCloud.start(setup));
    }

    public LocalCloud cloud() {
        return cloud;
    }

    public Api api() {
        return api;
    }

    public MailDoor mailbox() {
        return new MailDoor(api);
    }

    public VendorDoor vendor() {
        return new VendorDoor(api);
    }

    public FaultDoor faults() {
        return new FaultDoor(api);
    }

    public ClockDoor clock() {
        return new ClockDoor(api);
    }

    /** Posts an order that must be taken; answers its number. */
    public String places(AnOrder order) {
        HttpResponse<String> answer = api.post(order.json(), UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer.body()).get("id").textValue();
    }

    /** The calls by which a customer's system changes an order. */
    public HttpResponse<String> changes(String method, String path, String json) {
        return api.call(method, "/orders/" + path, json, api.token("orders.write"));
    }

    /** The calls of the reseller's staff. */
    public HttpResponse<String> desk(String method, String path, String json) {
        return api.call(method, "/desk/" + path, json, api.token("desk"));
    }

    /** As above, to be done once under that key. */
    public HttpResponse<String> desk(String method, String path, String json, String idempotencyKey) {
        return api.call(method, "/desk/" + path, json, api.token("desk"), idempotencyKey);
    }

    /** How many calls of AWS were made for that order, but for the tests' own looks at it. */
    public long callsFor(String id) {
        long count = 0;
        for (JsonNode call : Api.json(api.get("/_local/calls").body()).get("calls")) {
            boolean isLook = call.path("function").asText().contains("OrderIntake");
            if (call.path("orderId").asText().equals(id) && !isLook) count++;
        }
        return count;
    }

    /** How often that function has answered. @param function part of its name */
    public long invocationsOf(String function) {
        return cloud.functions().statistics().stream()
                .filter(figures -> figures.function().contains(function))
                .mapToLong(FunctionStatistics::invocations)
                .sum();
    }

    /** Lets a minute pass, so that what has become due is looked at. */
    public void minutePasses() {
        clock().advances("PT1M");
    }

    /**
     * Lets time pass, minute by minute, until that has come about which functions work at. Not while they work: what takes
     * them seconds would take minutes, and be given up.
     */
    public void minutesPassUntil(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(patience())
                .pollInterval(Duration.ofMillis(400))
                .until(() -> {
                    if (condition.call()) return true;
                    if (isAtRest()) minutePasses();
                    return condition.call();
                });
    }

    /** Lets so many minutes pass, and what falls due in them be worked at. */
    public void minutesPass(int minutes) {
        for (int minute = 1; minute <= minutes; minute++) {
            minutePasses();
            awaitRest();
        }
    }

    /** Waits until no function works, and none has begun for a moment: between two steps of a workflow none does. */
    public void awaitRest() {
        Awaitility.await()
                .atMost(patience())
                .pollInterval(Duration.ofMillis(20))
                .during(Duration.ofMillis(200))
                .until(this::isAtRest);
    }

    /** Whether no function works, nor has begun for a moment. */
    public boolean rests() {
        if (!isAtRest()) return false;
        awaitRest();
        return true;
    }

    private boolean isAtRest() {
        return cloud.functions().environments().stream()
                .map(RunningEnvironment::state)
                .noneMatch(state -> state == State.BUSY || state == State.STARTING);
    }

    /** Posts an order that must be taken, and waits until it is done. */
    public JsonNode completes(AnOrder order) {
        return awaitDone(places(order));
    }

    public JsonNode order(String id) {
        HttpResponse<String> answer = api.get("/orders/" + id, api.token("orders.read desk"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer.body());
    }

    public JsonNode awaitDone(String id) {
        return await(id, "done", order -> order.get("status").textValue().equals("done"));
    }

    public JsonNode awaitParked(String id) {
        return await(id, "parked", order -> order.get("status").textValue().equals("parked"));
    }

    public JsonNode awaitConfirmed(String id) {
        return await(id, "confirmed", order -> order.at("/confirmation/status")
                .textValue()
                .equals("sent"));
    }

    /** Waits until the order is as described; else fails with how it is. */
    public JsonNode await(String id, String description, Predicate<JsonNode> condition) {
        AtomicReference<JsonNode> latest = new AtomicReference<>();
        Awaitility.await(id + " " + description)
                .atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .failFast("parked instead of " + description, () -> refuseParked(latest.get(), description))
                .until(() -> {
                    latest.set(order(id));
                    return condition.test(latest.get());
                });
        return latest.get();
    }

    private static void refuseParked(@Nullable JsonNode order, String description) {
        if (order == null || description.equals("parked")) return;
        assertThat(order.get("status").textValue()).as(order.toString()).isNotEqualTo("parked");
    }

    /** It is left as no shop may be, on purpose: nothing is checked when it closes. */
    public void isLeftBroken() {
        isLeftBroken = true;
    }

    /** Waits until no function works, and checks all that must hold of any shop then. */
    public void holdsItsPromises() {
        awaitRest();
        assertThat(Invariants.brokenAtRest(World.of(this))).isEmpty();
    }

    /** Checks at its end, whatever it was opened for, that it holds its promises. */
    @Override
    public void close() {
        try (cloud) {
            PermissionRecord.keep(api);
            if (!isLeftBroken) holdsItsPromises();
        }
    }
}
