package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.history.Event;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs branches side by side; the first that fails stops the others. */
final class Fork {
    private final Visit visit;
    private final int atOnce;
    private final List<Branch> branches;

    /** What a branch does. */
    interface Body {
        JsonNode run(int index, Branch branch) throws StateError;
    }

    Fork(Visit visit, int count, int atOnce) {
        this.visit = visit;
        this.atOnce = Math.min(count, atOnce);
        this.branches = IntStream.range(0, count)
                .mapToObj(index -> visit.branch().child(visit.step() + "." + index))
                .toList();
    }

    ArrayNode run(Body body) throws StateError {
        Event failed = visit.branch().recorded("BranchesFailed");
        if (failed != null) throw StateError.of(failed.note());
        JsonNode[] results = new JsonNode[branches.size()];
        try {
            runAll(body, results);
        } catch (StateError error) {
            visit.branch().note("BranchesFailed", error.note());
            throw error;
        }
        return JsonNodeFactory.instance.arrayNode().addAll(List.of(results));
    }

    private void runAll(Body body, JsonNode[] results) throws StateError {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorCompletionService<Void> work = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < atOnce; i++)
                work.submit(() -> {
                    for (int index; (index = next.getAndIncrement()) < results.length; )
                        results[index] = body.run(index, branches.get(index));
                    return null;
                });
            for (int i = 0; i < atOnce; i++) work.take().get();
        } catch (InterruptedException stop) {
            stop(threads);
            throw new Stopped();
        } catch (ExecutionException failed) {
            stop(threads);
            switch (failed.getCause()) {
                case StateError error -> throw error;
                case RuntimeException error -> throw error;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } finally {
            threads.close();
        }
    }

    private void stop(ExecutorService threads) {
        branches.forEach(Branch::stop);
        threads.shutdownNow();
    }
}
