package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A rule, and what it has met so far. */
final class ActiveRule {
    private final long id;
    private final Rule rule;
    private final RandomGenerator chance;
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

    /** Counts the call when the rule matches it; true when it is struck. */
    synchronized boolean strikes(Call call) {
        if (!rule.matches(call)) return false;
        met++;
        if (met <= rule.after() || struck >= rule.times()) return false;
        if (rule.probability() < 1 && chance.nextDouble() >= rule.probability()) return false;
        struck++;
        return true;
    }

    /** The matching calls so far. */
    synchronized long met() {
        return met;
    }

    synchronized long struck() {
        return struck;
    }
}
