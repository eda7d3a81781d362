package afterorder.localcloud.workflow.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Task calls, for example {@code arn:aws:states:::sqs:sendMessage.waitForTaskToken}.
 *
 * @param service {@code sqs}
 * @param operation {@code sendMessage}
 * @param sdk whether through the AWS SDK integration ({@code aws-sdk:}), whose results and errors are shaped otherwise
 */
public record ResourceName(String service, String operation, Completion completion, boolean sdk) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws:states:::(aws-sdk:)?([a-z0-9]+):([A-Za-z0-9]+)(\\.[A-Za-z:0-9]+)?");

    /** When a task is done. */
    public enum Completion {
        REQUEST_RESPONSE(""),
        TASK_TOKEN(".waitForTaskToken"),
        SYNC(".sync"),
        SYNC_2(".sync:2");

        private final String suffix;

        Completion(String suffix) {
            this.suffix = suffix;
        }

        public String suffix() {
            return suffix;
        }
    }

    /** Empty where the text is no service integration. */
    public static Optional<ResourceName> of(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) return Optional.empty();
        String suffix = matcher.group(4) == null ? "" : matcher.group(4);
        for (Completion completion : Completion.values()) {
            if (completion.suffix.equals(suffix))
                return Optional.of(
                        new ResourceName(matcher.group(2), matcher.group(3), completion, matcher.group(1) != null));
        }
        return Optional.empty();
    }

    /** As events tell it: {@code aws-sdk:sqs}. */
    public String type() {
        return sdk ? "aws-sdk:" + service : service;
    }

    /** As events tell it: {@code sendMessage.waitForTaskToken}. */
    public String action() {
        return operation + completion.suffix;
    }

    @Override
    public String toString() {
        return "arn:aws:states:::" + type() + ":" + action();
    }
}
