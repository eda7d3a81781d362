package afterorder.localcloud.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule is due. */
sealed interface ScheduleExpression {
    Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]*) (minutes?|hours?|days?)\\)");
    Pattern CRON = Pattern.compile("cron\\((.*)\\)");

    /** The answer of a schedule whose years are over. */
    Instant NEVER = Instant.MAX;

    /** The first time after that, or {@link #NEVER}. */
    Instant after(Instant time);

    /** @throws IllegalArgumentException for what EventBridge or this local cloud does not know */
    static ScheduleExpression parse(String text) {
        Matcher rate = RATE.matcher(text);
        if (rate.matches()) return rate(text, Long.parseLong(rate.group(1)), rate.group(2));
        Matcher cron = CRON.matcher(text);
        if (cron.matches()) return new Cron(CronExpression.parse(cron.group(1)));
        throw new IllegalArgumentException("the schedule expression " + text + " is neither rate(...) nor cron(...)");
    }

    private static ScheduleExpression rate(String text, long value, String unit) {
        if ((value == 1) == unit.endsWith("s")) {
            throw new IllegalArgumentException(
                    "EventBridge refuses " + text + ": the unit is in the singular for 1 and in the plural for more");
        }
        return new Rate(
                switch (unit.charAt(0)) {
                    case 'm' -> Duration.ofMinutes(value);
                    case 'h' -> Duration.ofHours(value);
                    default -> Duration.ofDays(value);
                });
    }

    /** At whole multiples of the period, so that a restart changes nothing. */
    record Rate(Duration period) implements ScheduleExpression {
        @Override
        public Instant after(Instant time) {
            long seconds = period.toSeconds();
            return Instant.ofEpochSecond((Math.floorDiv(time.getEpochSecond(), seconds) + 1) * seconds);
        }
    }

    /** By the calendar, in UTC. */
    record Cron(CronExpression expression) implements ScheduleExpression {
        @Override
        public Instant after(Instant time) {
            return expression.after(time);
        }
    }
}
