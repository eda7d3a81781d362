package afterorder.localcloud.workflow.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Waits for the answer to a task token, as long as it may take and heartbeats come. */
final class TokenWait {
    private final Execution execution;
    private final InstantSource clock;

    TokenWait(Execution execution, InstantSource clock) {
        this.execution = execution;
        this.clock = clock;
    }

    TaskToken.Answer await(TaskToken token, @Nullable Instant deadline, @Nullable Duration heartbeat) {
        while (true) {
            Instant beatDue = heartbeat == null ? null : token.lastHeartbeat().plus(heartbeat);
            boolean beatFirst = beatDue != null && (deadline == null || beatDue.isBefore(deadline));
            TaskToken.Answer answer = execution.await(token.answer(), beatFirst ? beatDue : deadline);
            if (answer != null) return answer;
            if (!beatFirst) return execution.tokens().timedOut(token, false);
            boolean beaten = token.lastHeartbeat().plus(heartbeat).isAfter(clock.instant());
            if (!beaten) return execution.tokens().timedOut(token, true);
        }
    }
}
