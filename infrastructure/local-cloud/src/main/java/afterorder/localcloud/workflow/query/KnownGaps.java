package afterorder.localcloud.workflow.query;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where JSONata's own test suite shows that the library answers otherwise: sorted out here, or refused rather than
 * answered wrongly.
 */
final class KnownGaps {
    /** The week of a month, and the year and month that a week belongs to. */
    private static final Pattern WEEKS = Pattern.compile("\\[\\s*[wxX]");
    /** Digits grouped in one way only, no exponent, no picture of its own for negative numbers. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile(
            "[^#0-9,.;eE-]*(#*0*|#{0,3}(,###)*|#{0,2}(,###)*,##0|[#0]{0,3}(,[#0]{3})*)(\\.0*#*)?" + "[^#0-9,.;eE-]*");

    private static final double LARGEST_IN_WORDS = 1e15;

    /** Looks at the arguments before the library's own function does. */
    private interface Guard {
        void check(List<?> arguments);
    }

    void bindTo(Jsonata.Frame frame) {
        guard(frame, "fromMillis", arguments -> checkTime(argument(arguments, 1)));
        guard(frame, "toMillis", arguments -> checkTime(argument(arguments, 1)));
        guard(frame, "formatNumber", KnownGaps::checkNumber);
        guard(frame, "formatInteger", KnownGaps::checkInteger);
        guard(frame, "parseInteger", KnownGaps::checkInteger);
        bindSort(frame);
    }

    static void checkTime(@Nullable Object picture) {
        if (picture instanceof String text && WEEKS.matcher(text).find())
            throw new NotSupported("weeks in the picture '" + text + "'");
    }

    private static void checkNumber(List<?> arguments) {
        if (argument(arguments, 2) != null) throw new NotSupported("$formatNumber with options");
        if (argument(arguments, 1) instanceof String picture
                && !PLAIN_NUMBER.matcher(picture).matches())
            throw new NotSupported("$formatNumber with the picture '" + picture + "'");
    }

    private static void checkInteger(List<?> arguments) {
        if (!(argument(arguments, 1) instanceof String picture)) return;
        if (!picture.matches("\\p{ASCII}*")) throw new NotSupported("the picture '" + picture + "'");
        Object first = argument(arguments, 0);
        boolean large = first instanceof Number number && Math.abs(number.doubleValue()) > LARGEST_IN_WORDS
                || first instanceof String text && text.matches("(?s).*trillion.*trillion.*");
        if (large) throw new NotSupported("a number as large as " + first + " in words");
    }

    /** A function's name, evaluated, is the function. */
    private static JFunction original(String name) {
        return (JFunction) Jsonata.jsonata("$" + name).evaluate(null);
    }

    private static void guard(Jsonata.Frame frame, String name, Guard guard) {
        JFunction original = original(name);
        frame.bind(
                name,
                new JFunction(
                        (input, given) -> {
                            List<?> arguments = (List<?>) original.validate(given, input);
                            guard.check(arguments);
                            return original.call(input, arguments);
                        },
                        null));
    }

    /** The library's answer to a comparison that finds two elements equal depends on their order. */
    private static void bindSort(Jsonata.Frame frame) {
        JFunction original = original("sort");
        frame.bind(
                "sort",
                new JFunction(
                        (input, given) -> {
                            List<?> arguments = (List<?>) original.validate(given, input);
                            Object swap = argument(arguments, 1);
                            if (swap == null || !(arguments.getFirst() instanceof List<?> list))
                                return original.call(input, arguments);
                            List<Object> sorted = new ArrayList<>(list);
                            Comparator<Object> order =
                                    (one, other) -> swaps(swap, one, other) ? 1 : swaps(swap, other, one) ? -1 : 0;
                            sorted.sort(order);
                            return sorted;
                        },
                        null));
    }

    private static boolean swaps(Object function, Object one, Object other) {
        try {
            return Boolean.TRUE.equals(Functions.toBoolean(Functions.funcApply(function, Arrays.asList(one, other))));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }
}
