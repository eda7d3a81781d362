package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.ResourceName;
import afterorder.localcloud.workflow.definition.ResourceName.Completion;
import afterorder.localcloud.workflow.definition.State;
import afterorder.localcloud.workflow.history.Event;
import afterorder.localcloud.workflow.integration.TaskFailure;
import afterorder.localcloud.workflow.query.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs Tasks. That one is scheduled is on the disk before it is called; without a recorded outcome it is called again
 * after a restart, and so at least once, except that what only waits goes on waiting.
 */
final class TaskRunner {
    private static final long LONGEST = 99_999_999;

    private final Execution execution;
    private final Environment environment;

    TaskRunner(Execution execution, Environment environment) {
        this.execution = execution;
        this.environment = environment;
    }

    JsonNode run(State.Task task, Visit visit) throws StateError {
        Event scheduled = visit.branch().recorded("TaskScheduled");
        if (scheduled == null) scheduled = schedule(task, visit);
        ResourceName resource = task.resource();
        visit.branch().emit("TaskStarted", told(resource));
        Event outcome = visit.branch().recorded("TaskSucceeded", "TaskFailed", "TaskTimedOut");
        if (outcome != null) return replay(outcome);
        try {
            JsonNode result = work(resource, visit, scheduled);
            visit.branch().emit("TaskSucceeded", told(resource).put("output", visit.limited(result)));
            return result;
        } catch (TaskFailure failure) {
            ObjectNode details = told(resource).setAll(Details.error(failure.error(), failure.getMessage()));
            visit.branch().emit("TaskFailed", details);
            throw new StateError(failure.error(), failure.getMessage());
        } catch (Late late) {
            ObjectNode note = Details.none().put("heartbeatMissed", late.heartbeatMissed);
            visit.branch().emit("TaskTimedOut", told(resource).put("error", "States.Timeout"), note, false);
            throw StateError.timeout(late.heartbeatMissed);
        }
    }

    /** Nothing came in time. */
    private static final class Late extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean heartbeatMissed;

        Late(boolean heartbeatMissed) {
            this.heartbeatMissed = heartbeatMissed;
        }
    }

    private Event schedule(State.Task task, Visit visit) throws StateError {
        ResourceName resource = task.resource();
        String token = resource.completion() == Completion.TASK_TOKEN ? TaskToken.create(execution.arn()) : null;
        Scope scope = visit.scope(token);
        JsonNode arguments =
                task.arguments() == null ? visit.input() : visit.evaluate(task.arguments(), "Arguments", scope);
        ObjectNode details =
                told(resource).put("region", environment.region()).put("parameters", visit.limited(arguments));
        if (task.timeoutSeconds() != null)
            details.put("timeoutInSeconds", visit.integer(task.timeoutSeconds(), "TimeoutSeconds", LONGEST));
        if (task.heartbeatSeconds() != null)
            details.put("heartbeatInSeconds", visit.integer(task.heartbeatSeconds(), "HeartbeatSeconds", LONGEST));
        return visit.branch().emit("TaskScheduled", details, Details.of("token", token), true);
    }

    private JsonNode work(ResourceName resource, Visit visit, Event scheduled) throws StateError, TaskFailure, Late {
        return switch (resource.completion()) {
            case REQUEST_RESPONSE -> call(resource, scheduled);
            case TASK_TOKEN -> awaitAnswer(resource, visit, scheduled);
            case SYNC, SYNC_2 -> awaitEnd(resource, visit, scheduled);
        };
    }

    /** The time that a call takes is real: a clock that is moved must not make a running function late. */
    private JsonNode call(ResourceName resource, Event scheduled) throws TaskFailure, Late {
        JsonNode arguments =
                Recording.json(scheduled.details().get("parameters").asText());
        JsonNode seconds = scheduled.details().get("timeoutInSeconds");
        if (seconds == null) return environment.integrations().call(resource, arguments);
        FutureTask<JsonNode> call =
                new FutureTask<>(() -> environment.integrations().call(resource, arguments));
        Thread caller = Thread.ofVirtual().name("call " + resource).start(call);
        try {
            return call.get(seconds.asLong(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new Late(false);
        } catch (InterruptedException stop) {
            throw new Stopped();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TaskFailure failure) throw failure;
            throw new IllegalStateException(failed.getCause());
        } finally {
            caller.interrupt();
        }
    }

    /** The first answer of the service, once: a Task that was submitted before a restart is not called again. */
    private JsonNode submit(ResourceName resource, Visit visit, Event scheduled) throws StateError, TaskFailure, Late {
        Event submitted = visit.branch().recorded("TaskSubmitted");
        if (submitted != null)
            return Recording.json(submitted.details().get("output").asText());
        JsonNode answer = call(resource, scheduled);
        visit.branch().emit("TaskSubmitted", told(resource).put("output", visit.limited(answer)), Details.none(), true);
        return answer;
    }

    private JsonNode awaitAnswer(ResourceName resource, Visit visit, Event scheduled)
            throws StateError, TaskFailure, Late {
        String text = scheduled.note().get("token").asText();
        TaskToken token = execution.tokens().open(text);
        try {
            submit(resource, visit, scheduled);
            Event outcome = visit.branch().recorded("TaskSucceeded", "TaskFailed", "TaskTimedOut");
            if (outcome != null) return replay(outcome);
            Duration heartbeat = seconds(scheduled, "heartbeatInSeconds");
            return switch (new TokenWait(execution, environment.clock()).await(token, deadline(scheduled), heartbeat)) {
                case TaskToken.Answer.Success success -> success.output();
                case TaskToken.Answer.Failure failure -> throw new TaskFailure(failure.error(), failure.cause());
                case TaskToken.Answer.TimedOut late -> throw new Late(late.heartbeatMissed());
            };
        } finally {
            execution.tokens().close(text);
        }
    }

    private JsonNode awaitEnd(ResourceName resource, Visit visit, Event scheduled)
            throws StateError, TaskFailure, Late {
        JsonNode started = submit(resource, visit, scheduled);
        String arn = started.path("ExecutionArn").asText();
        Execution child = execution.await(environment.executions().apply(arn), deadline(scheduled));
        if (child == null) throw new Late(false);
        ObjectNode result = new ChildResult(child).describe(resource.completion() == Completion.SYNC_2);
        if (child.status() == Status.SUCCEEDED) return result;
        throw new TaskFailure("States.TaskFailed", result.toString());
    }

    private static @Nullable Instant deadline(Event scheduled) {
        Duration timeout = seconds(scheduled, "timeoutInSeconds");
        return timeout == null ? null : scheduled.at().plus(timeout);
    }

    private static @Nullable Duration seconds(Event scheduled, String field) {
        JsonNode seconds = scheduled.details().get(field);
        return seconds == null ? null : Duration.ofSeconds(seconds.asLong());
    }

    private static JsonNode replay(Event outcome) throws StateError {
        return switch (outcome.type()) {
            case "TaskSucceeded" ->
                Recording.json(outcome.details().get("output").asText());
            case "TaskFailed" ->
                throw new StateError(
                        Recording.text(outcome.details(), "error"), Recording.text(outcome.details(), "cause"));
            default ->
                throw StateError.timeout(outcome.note().path("heartbeatMissed").asBoolean());
        };
    }

    private static ObjectNode told(ResourceName resource) {
        return Details.of("resourceType", resource.type(), "resource", resource.action());
    }
}
