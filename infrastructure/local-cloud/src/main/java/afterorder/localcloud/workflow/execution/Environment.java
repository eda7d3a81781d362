package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.workflow.integration.Integrations;
import afterorder.localcloud.workflow.query.Query;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What executions live in.
 *
 * @param executions the execution of an ARN, once it has ended
 */
public record Environment(
        MovableClock clock,
        Query query,
        Integrations integrations,
        String region,
        Function<String, CompletableFuture<Execution>> executions) {}
