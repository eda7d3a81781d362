package afterorder.localcloud.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(1 minute)             | 2026-11-23T10:00:00Z
            rate(5 minutes)            | 2026-11-23T10:00:00Z
            rate(2 hours)              | 2026-11-23T10:00:00Z
            rate(1 day)                | 2026-11-24T00:00:00Z
            cron(0/15 * * * ? *)       | 2026-11-23T10:00:00Z
            cron(30 6 * * ? *)         | 2026-11-24T06:30:00Z
            cron(0 8 1 * ? *)          | 2026-12-01T08:00:00Z
            cron(0 8 ? * MON-FRI *)    | 2026-11-24T08:00:00Z
            cron(0 8 ? * 1,7 *)        | 2026-11-28T08:00:00Z
            cron(0 0 29 2 ? *)         | 2028-02-29T00:00:00Z
            cron(0 8 1 JAN ? 2030)     | 2030-01-01T08:00:00Z
            """)
    void is_due_next(String expression, Instant due) {
        assertThat(ScheduleExpression.parse(expression).after(Instant.parse("2026-11-23T09:59:30Z")))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minutes)",
                "rate(5 minute)",
                "rate(0 minutes)",
                "at(2026-11-23T10:00:00)",
                "cron(0 8 L * ? *)",
                "cron(0 8 ? * 2#1 *)",
                "cron(0 8 15W * ? *)",
                "cron(0 8 * * * *)",
                "cron(60 8 * * ? *)",
                "cron(0 8 * * ?)"
            })
    void refuses_what_it_does_not_know(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }
}
