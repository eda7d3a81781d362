package afterorder.aws;

import afterorder.order.intake.Violation;
import java.util.List;

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
