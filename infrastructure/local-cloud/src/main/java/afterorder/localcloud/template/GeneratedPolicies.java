package afterorder.localcloud.template;

import afterorder.localcloud.iam.ArnPattern;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Operator;
import afterorder.localcloud.iam.PrincipalPattern;
import afterorder.localcloud.iam.Statement;
import afterorder.localcloud.iam.Wildcard;
import java.util.List;
import java.util.stream.Stream;

/** The permissions that SAM adds to those of the template. */
final class GeneratedPolicies {
    private GeneratedPolicies() {}

    /** The managed policy AWSLambdaBasicExecutionRole, which every function's role has. */
    static Statement logging(String owner) {
        return allow(owner, "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
    }

    /** What the managed policy AWSLambdaSQSQueueExecutionRole adds, for a function that a queue invokes: of any queue. */
    static Statement polling(String owner) {
        return allow(owner, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    }

    /** {@code AWS::Lambda::Permission}: that service may invoke the function on behalf of that resource. */
    static Statement invocation(String function, String service, String sourceArn) {
        return new Statement(
                new Statement.Place(function, 0),
                Statement.Effect.ALLOW,
                List.of(new PrincipalPattern("Service", service)),
                List.of(new Wildcard("lambda:InvokeFunction", true)),
                List.of(ArnPattern.of(function).orElseThrow()),
                List.of(new Condition(Operator.ARN_LIKE, Condition.SOURCE_ARN, List.of(sourceArn))));
    }

    private static Statement allow(String owner, String... actions) {
        return new Statement(
                new Statement.Place(owner, 0),
                Statement.Effect.ALLOW,
                List.of(),
                Stream.of(actions).map(action -> new Wildcard(action, true)).toList(),
                List.of(ArnPattern.of("*").orElseThrow()),
                List.of());
    }
}
