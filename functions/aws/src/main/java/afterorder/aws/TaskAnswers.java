package afterorder.aws;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Answers the workflow by its task token. A token that is answered or outlived already counts as answered. */
public final class TaskAnswers {
    private static final int LONGEST_CAUSE = 1_000;
    private final SfnClient stepFunctions;

    public TaskAnswers(SfnClient stepFunctions) {
        this.stepFunctions = stepFunctions;
    }

    /** @param outcome what the workflow chooses its next step by */
    public void succeed(String token, String outcome) {
        unlessAnswered(() ->
                stepFunctions.sendTaskSuccess(answer -> answer.taskToken(token).output(Items.json(outcome))));
    }

    public void fail(String token, String error, String cause) {
        String shortened = cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
        unlessAnswered(() -> stepFunctions.sendTaskFailure(
                answer -> answer.taskToken(token).error(error).cause(shortened)));
    }

    private static void unlessAnswered(Runnable answer) {
        try {
            answer.run();
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException answered) {
            return;
        }
    }
}
