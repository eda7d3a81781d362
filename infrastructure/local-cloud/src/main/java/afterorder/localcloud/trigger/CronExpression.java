package afterorder.localcloud.trigger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge's cron: minutes, hours, day of month, month, day of week (1 is Sunday), year; in UTC. Numbers, names,
 * lists, ranges and steps; {@code L}, {@code W} and {@code #} are refused.
 */
record CronExpression(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, BitSet years) {
    private static final Pattern PART = Pattern.compile("(\\*|\\?|(\\w+)(?:-(\\w+))?)(?:/([0-9]+))?");
    private static final List<String> MONTHS =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    static CronExpression parse(String text) {
        String[] fields = text.trim().split("\\s+");
        if (fields.length != 6) throw new IllegalArgumentException("cron(" + text + ") has not six fields");
        if (fields[2].equals("?") == fields[4].equals("?")) {
            throw new IllegalArgumentException(
                    "cron(" + text + "): exactly one of day-of-month and day-of-week must be ?");
        }
        return new CronExpression(
                field(fields[0], 0, 59, List.of()),
                field(fields[1], 0, 23, List.of()),
                field(fields[2], 1, 31, List.of()),
                field(fields[3], 1, 12, MONTHS),
                field(fields[4], 1, 7, WEEKDAYS),
                field(fields[5], FIRST_YEAR, LAST_YEAR, List.of()));
    }

    Instant after(Instant time) {
        ZonedDateTime next =
                time.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (next.getYear() <= LAST_YEAR) {
            if (!years.get(next.getYear())) {
                next = next.plusYears(1).withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            } else if (!months.get(next.getMonthValue())) {
                next = next.plusMonths(1).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            } else if (!isDay(next)) {
                next = next.plusDays(1).truncatedTo(ChronoUnit.DAYS);
            } else if (!hours.get(next.getHour())) {
                next = next.plusHours(1).truncatedTo(ChronoUnit.HOURS);
            } else if (!minutes.get(next.getMinute())) {
                next = next.plusMinutes(1);
            } else {
                return next.toInstant();
            }
        }
        return ScheduleExpression.NEVER;
    }

    private boolean isDay(ZonedDateTime time) {
        return days.get(time.getDayOfMonth())
                && weekdays.get(time.getDayOfWeek().getValue() % 7 + 1);
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String part : text.split(",")) addPart(values, part, least, most, names);
        return values;
    }

    private static void addPart(BitSet values, String part, int least, int most, List<String> names) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) throw new IllegalArgumentException("cron: " + part + " is not supported");
        boolean all = matcher.group(2) == null;
        int from = all ? least : value(matcher.group(2), least, most, names);
        int to = all || matcher.group(4) != null ? most : from;
        if (matcher.group(3) != null) to = value(matcher.group(3), least, most, names);
        int step = matcher.group(4) == null ? 1 : Math.max(1, Integer.parseInt(matcher.group(4)));
        for (int value = from; value <= to; value += step) values.set(value);
    }

    private static int value(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text);
        if (named < 0 && !text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("cron: " + text + " is not supported");
        }
        int value = named >= 0 ? named : Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException("cron: " + text + " is not between " + least + " and " + most);
        }
        return value;
    }
}
