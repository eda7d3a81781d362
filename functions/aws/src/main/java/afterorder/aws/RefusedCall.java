package afterorder.aws;

import afterorder.order.intake.Violation;
import afterorder.order.row.StaleRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A call that is not done, and why, as HTTP answers it. */
public class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public RefusedCall(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What the step answers, or why it is not done, or that others were faster each time. */
    public static APIGatewayV2HTTPResponse answered(Supplier<APIGatewayV2HTTPResponse> step) {
        try {
            return step.get();
        } catch (RefusedCall refused) {
            return refused.problem().response();
        } catch (StaleRow crowded) {
            return Problem.crowded().response(Map.of("retry-after", "1"));
        }
    }

    public static RefusedCall violations(List<Violation> violations) {
        return new RefusedCall(
                Problem.of(422, "Not acceptable", "the body has violations: " + violations.size(), violations));
    }

    static RefusedCall noForm() {
        return new RefusedCall(Problem.of(400, "Not a form", "the body is no form of this page"));
    }

    static RefusedCall noPage() {
        return new RefusedCall(Problem.of(422, "Not acceptable", "after must be the next of an earlier page"));
    }
}
