package afterorder.localcloud.page;

import afterorder.localcloud.workflow.Workflows;
import java.util.List;
import java.util.Optional;

/** {@code /_local/executions}: all, the latest first; {@code .../{name}}: what one did, state by state. */
final class ExecutionsPage implements Page {
    private static final int MOST = 200;

    private final Workflows workflows;

    ExecutionsPage(Workflows workflows) {
        this.workflows = workflows;
    }

    /** @param total how many there are, of which the latest are shown */
    record View(List<ExecutionView> executions, int total) {}

    @Override
    public Reply answer(Asked asked) {
        Optional<String> name = asked.below();
        if (name.isPresent()) return one(name.get());
        var all = workflows.executions();
        List<ExecutionView> latest =
                all.stream().limit(MOST).map(ExecutionView::of).toList();
        return new Reply.View("executions", "Executions", new View(latest, all.size()));
    }

    private Reply one(String name) {
        return workflows.executions().stream()
                .filter(execution -> execution.name().equals(name))
                .findFirst()
                .map(execution -> new Reply.View("execution", "Execution " + name, ExecutionView.Whole.of(execution)))
                .orElseThrow(() -> Refused.unknown("There is no execution " + name));
    }
}
