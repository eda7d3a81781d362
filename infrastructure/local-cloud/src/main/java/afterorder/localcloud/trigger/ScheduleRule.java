package afterorder.localcloud.trigger;

import java.util.Optional;

/**
 * An EventBridge rule with a schedule.
 *
 * @param arn of the rule
 * @param expression {@code rate(...)} or {@code cron(...)}
 * @param function ARN, with its alias
 * @param retryPolicy of that function
 * @param input JSON that is sent instead of the event
 */
public record ScheduleRule(
        String arn, String expression, String function, RetryPolicy retryPolicy, Optional<String> input) {}
