package afterorder.localcloud.iam;

/** What invokes functions without a signed request of its own. */
public sealed interface Invoker {

    /** As calls name it. */
    String caller();

    /** API Gateway, where the function's policy allows it to that API. */
    record Api(String id) implements Invoker {
        @Override
        public String caller() {
            return "api";
        }
    }

    /** EventBridge, where the function's policy allows it to that rule. */
    record Rule(String arn) implements Invoker {
        @Override
        public String caller() {
            return "events";
        }
    }

    /** Lambda itself, which polls that queue in the role of the function. */
    record Mapping(String queueArn) implements Invoker {
        @Override
        public String caller() {
            return "sqs";
        }
    }

    /** Step Functions, in the role of the state machine. */
    record Workflow() implements Invoker {
        @Override
        public String caller() {
            return "states";
        }
    }
}
