package afterorder.order.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was agreed beside the dates (S17). @param by who of the team entered it last @param at when */
public record Details(
        @Nullable String goal,
        @Nullable String place,
        @Nullable String participants,
        @Nullable String prerequisites,
        @Nullable String remarks,
        Person by,
        Instant at) {

    /** Whether the same is agreed, whoever said so. */
    boolean saysAs(@Nullable Details other) {
        return other != null && with(other.by, other.at).equals(other);
    }

    private Details with(Person by, Instant at) {
        return new Details(goal, place, participants, prerequisites, remarks, by, at);
    }
}
