package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.Retrier;
import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.query.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Retry and Catch around the work of a state. */
final class Recovering {
    private final Visit visit;
    private final State.Recovery recovery;
    private final State.Exit exit;
    private final Map<Retrier, Integer> attempts = new HashMap<>();

    /** The work of a state: what it gives is {@code $states.result}. */
    interface Work {
        JsonNode attempt() throws StateError;
    }

    Recovering(Visit visit, State.Recovery recovery, State.Exit exit) {
        this.visit = visit;
        this.recovery = recovery;
        this.exit = exit;
    }

    /** @param failed is told when no attempt is left */
    Event run(Work work, Consumer<Visit> failed) throws StateError {
        while (true) {
            try {
                JsonNode result = work.attempt();
                return visit.leave(exit, result, visit.scope().with("result", result));
            } catch (StateError error) {
                if (retries(error)) continue;
                failed.accept(visit);
                return caught(error);
            }
        }
    }

    /** The first retrier that names the error decides, also that there was enough. */
    private boolean retries(StateError error) {
        for (Retrier retrier : recovery.retriers()) {
            if (!error.matches(retrier.errors())) continue;
            int attempt = attempts.merge(retrier, 1, Integer::sum);
            if (attempt > retrier.maxAttempts()) return false;
            var delay = retrier.delay(attempt, ThreadLocalRandom.current());
            if (!visit.branch().isReplaying())
                visit.execution().sleep(visit.branch().lastAt().plus(delay));
            visit.countRetry();
            return true;
        }
        return false;
    }

    private Event caught(StateError error) throws StateError {
        for (State.Catcher catcher : recovery.catchers()) {
            if (!error.matches(catcher.errors())) continue;
            JsonNode told = Details.of("Error", error.error(), "Cause", error.cause());
            Scope scope = visit.scope().with("errorOutput", told);
            return visit.leave(catcher.exit(), told, scope);
        }
        throw error;
    }
}
