package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A rule, and what it has met so far. */
final class ActiveRule {
    private static final double MILLISECONDS = 1000;

    private final long id;
    private final Rule rule;
    private final RandomGenerator chance;
    private final CountDownLatch removed = new CountDownLatch(1);
    private long met;
    private long struck;

    ActiveRule(long id, Rule rule) {
        this.id = id;
        this.rule = rule;
        this.chance = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(rule.seed());
    }

    long id() {
        return id;
    }

    Rule rule() {
        return rule;
    }

    /**
     * Counts the call when the rule matches it.
     *
     * @param isStruck by another rule, so that this one spares it
     * @return whether this rule strikes it
     */
    synchronized boolean strikes(Call call, boolean isStruck) {
        if (!rule.matches(call)) return false;
        met++;
        if (isStruck || met <= rule.after() || struck >= rule.times()) return false;
        if (rule.probability() < 1 && chance.nextDouble() >= rule.probability()) return false;
        struck++;
        return true;
    }

    /** Lets a call wait, until the rule is removed at the longest. */
    void hold(double seconds) throws InterruptedException {
        removed.await((long) (seconds * MILLISECONDS), TimeUnit.MILLISECONDS);
    }

    void remove() {
        removed.countDown();
    }

    /** The matching calls so far. */
    synchronized long met() {
        return met;
    }

    synchronized long struck() {
        return struck;
    }
}
