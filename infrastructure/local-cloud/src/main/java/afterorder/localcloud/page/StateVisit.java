package afterorder.localcloud.page;

import afterorder.localcloud.workflow.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That an execution was in a state, once.
 *
 * @param type of the state: {@code Task}
 * @param branch of a Parallel or Map; empty: none
 * @param left empty where it did not get out of it, or not yet
 * @param tries how often its work was begun; 0 for a state without work
 * @param failures all, also those after which it was tried again
 */
record StateVisit(
        String name,
        String type,
        String branch,
        Instant entered,
        Optional<Instant> left,
        int tries,
        List<Failure> failures,
        boolean running) {
    private static final String ENTERED = "StateEntered";
    private static final String EXITED = "StateExited";

    /** In the order in which the states were entered. */
    static List<StateVisit> in(List<Event> history, boolean running) {
        List<StateVisit> visits = new ArrayList<>();
        Map<String, Integer> open = new HashMap<>();
        for (Event event : history) {
            if (event.type().endsWith(ENTERED)) {
                open.put(event.branch(), visits.size());
                visits.add(entered(event, running));
            } else if (open.containsKey(event.branch())) {
                int place = open.get(event.branch());
                visits.set(place, visits.get(place).after(event));
                if (event.type().endsWith(EXITED)) open.remove(event.branch());
            }
        }
        return visits;
    }

    String status() {
        if (left.isEmpty()) return running ? "running" : "failed";
        return failures.isEmpty() ? "done" : "done after errors";
    }

    Optional<Duration> duration() {
        return left.map(end -> Duration.between(entered, end));
    }

    private static StateVisit entered(Event event, boolean running) {
        String type = event.type().substring(0, event.type().length() - ENTERED.length());
        String name = event.details().path("name").asText();
        return new StateVisit(name, type, event.branch(), event.at(), Optional.empty(), 0, List.of(), running);
    }

    private StateVisit after(Event event) {
        List<Failure> more = new ArrayList<>(failures);
        Failure.in(event.details()).ifPresent(more::add);
        boolean begun = event.type().equals("TaskScheduled");
        Optional<Instant> end = event.type().endsWith(EXITED) ? Optional.of(event.at()) : left;
        return new StateVisit(name, type, branch, entered, end, begun ? tries + 1 : tries, List.copyOf(more), running);
    }
}
