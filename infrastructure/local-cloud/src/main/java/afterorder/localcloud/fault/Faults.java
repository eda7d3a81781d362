package afterorder.localcloud.fault;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.ConnectionCut;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.edge.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Strikes calls as its rules say, and remembers each strike until the local cloud ends. */
public final class Faults implements Interceptor {
    private static final int SERVED = 200;

    private final MovableClock clock;
    private final Consumer<String> kill;
    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();
    private final UnrecordedMails mails = new UnrecordedMails();
    private final AtomicLong lastId = new AtomicLong();

    /** Calls that are served first, and then struck. */
    private final Map<Call, ActiveRule> toBeStruck = new ConcurrentHashMap<>();
    /** Bodies of calls, until they are served: some answers are made of them. */
    private final Map<Call, byte[]> bodies = new ConcurrentHashMap<>();

    /** @param kill kills the process of an environment */
    public Faults(MovableClock clock, Consumer<String> kill) {
        this.clock = clock;
        this.kill = kill;
    }

    /** From now on. @return the rule's id */
    public long add(Rule rule) {
        ActiveRule active = new ActiveRule(lastId.incrementAndGet(), rule);
        rules.add(active);
        return active.id();
    }

    /** They strike no more, and whom they let wait goes on; what has struck stays known. */
    void remove(Predicate<ActiveRule> which) {
        rules.stream().filter(which).forEach(ActiveRule::remove);
        rules.removeIf(which);
    }

    List<ActiveRule> rules() {
        return List.copyOf(rules);
    }

    /** Every strike, the oldest first. */
    List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    @Override
    public byte[] altered(Call call, byte[] body) {
        if (rules.isEmpty()) return body;
        if (rules.stream().anyMatch(rule -> rule.rule().effect().replaces())) bodies.put(call, body);
        Optional<ActiveRule> rule = striking(call, Effect::alters);
        if (rule.isEmpty()) return body;
        return rule.get().rule().effect() == Effect.IGNORE_CONDITION
                ? BrokenWorld.withoutConditions(body)
                : BrokenWorld.withoutCounters(body);
    }

    @Override
    public void before(Call call) {
        striking(call, effect -> !effect.alters() && !effect.isOfDelivery()).ifPresent(rule -> strike(rule, call));
    }

    private void strike(ActiveRule active, Call call) {
        Rule rule = active.rule();
        byte[] body = bodies.getOrDefault(call, new byte[0]);
        switch (rule.effect()) {
            case THROTTLE -> throw Refusals.throttling(call.service());
            case ERROR -> throw Refusals.error(call.service());
            case DENY -> throw Refusals.denial(call);
            case REJECT -> throw Refusals.rejection();
            case CUT_BEFORE -> throw new ConnectionCut("cut by rule " + active.id());
            case KILL_BEFORE -> throw killed(active, call);
            case LOSE_ANSWER, KILL_AFTER -> toBeStruck.put(call, active);
            case DELAY -> hold(active);
            case CLOCK_JUMP -> clock.advance(rule.by().orElseThrow());
            case FORGET_MESSAGE -> throw BrokenWorld.queued(body);
            case FORGET_MAIL -> throw BrokenWorld.mailed();
            case FORGET_OBJECT -> throw BrokenWorld.stored();
            case FORGET_EXECUTION -> throw BrokenWorld.started(body);
            case DELIVER_TWICE, OUT_OF_ORDER, DELIVER_LATE_TWICE, RUN_TWICE, IGNORE_CONDITION, REPEAT_NUMBER ->
                throw new IllegalStateException(rule.effect() + " strikes elsewhere");
        }
    }

    private static void hold(ActiveRule rule) {
        try {
            rule.hold(rule.rule().seconds().orElseThrow());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConnectionCut("the local cloud ends");
        }
    }

    @Override
    public void answering(Call call, int status) {
        if (status == SERVED) mails.served(call);
        ActiveRule rule = toBeStruck.remove(call);
        if (rule == null) return;
        note(rule, call);
        if (rule.rule().effect() == Effect.KILL_AFTER) throw killed(rule, call);
        throw new ConnectionCut("the answer is lost by rule " + rule.id());
    }

    @Override
    public void after(Call call, Outcome outcome) {
        bodies.remove(call);
    }

    private ConnectionCut killed(ActiveRule rule, Call call) {
        kill.accept(call.caller().environment());
        return new ConnectionCut("killed by rule " + rule.id());
    }

    /** The first rule of such an effect that strikes the call. */
    Optional<ActiveRule> striking(Call call, Predicate<Effect> effects) {
        Optional<ActiveRule> striking = Optional.empty();
        for (ActiveRule rule : rules) {
            if (!effects.test(rule.rule().effect())) continue;
            if (rule.strikes(call, striking.isPresent())) striking = Optional.of(rule);
        }
        striking.filter(rule -> !rule.rule().effect().isOfAnswer()).ifPresent(rule -> note(rule, call));
        return striking;
    }

    /** A broken world excuses nothing. */
    private void note(ActiveRule rule, Call call) {
        Effect effect = rule.rule().effect();
        UnrecordedMails.Unrecorded unrecorded = effect.alters() ? UnrecordedMails.Unrecorded.NONE : mails.of(call);
        strikes.add(new Strike(rule.id(), effect, call, unrecorded));
    }
}
