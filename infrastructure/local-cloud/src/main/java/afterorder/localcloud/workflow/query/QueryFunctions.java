package afterorder.localcloud.workflow.query;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The functions in which Step Functions differs from JSONata: what it adds, what it refuses, and the time. */
final class QueryFunctions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final int LONGEST_RANGE = 1_000;

    private final InstantSource clock;

    QueryFunctions(InstantSource clock) {
        this.clock = clock;
    }

    void bindTo(Jsonata.Frame frame) {
        long now = clock.millis();
        bind(frame, "now", 0, arguments -> {
            KnownGaps.checkTime(argument(arguments, 0));
            return Functions.dateTimeFromMillis(now, (String) argument(arguments, 0), (String) argument(arguments, 1));
        });
        bind(frame, "millis", 0, _ -> now);
        bind(frame, "eval", 0, _ -> {
            throw new NotSupported("Step Functions has no $eval");
        });
        bind(frame, "uuid", 0, _ -> UUID.randomUUID().toString());
        bind(frame, "random", 0, QueryFunctions::random);
        bind(frame, "parse", 1, QueryFunctions::parse);
        bind(frame, "hash", 2, QueryFunctions::hash);
        bind(frame, "partition", 2, QueryFunctions::partition);
        bind(frame, "range", 3, QueryFunctions::range);
    }

    private interface Function {
        @Nullable
        Object of(List<?> arguments);
    }

    private static void bind(Jsonata.Frame frame, String name, int required, Function function) {
        frame.bind(
                name,
                new Jsonata.JFunction(
                        (_, arguments) -> {
                            if (arguments.size() < required) throw mismatch(name, required);
                            return function.of(arguments);
                        },
                        null));
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static Object random(List<?> arguments) {
        if (argument(arguments, 0) instanceof Number seed) return new Random(seed.longValue()).nextDouble();
        return ThreadLocalRandom.current().nextDouble();
    }

    private static @Nullable Object parse(List<?> arguments) {
        if (arguments.getFirst() == null) return null;
        try {
            return JsonValues.toQuery(JSON.readTree(text("parse", arguments, 0)));
        } catch (JsonProcessingException error) {
            throw new JException("D3120", -1, error.getOriginalMessage());
        }
    }

    private static @Nullable Object hash(List<?> arguments) {
        if (arguments.getFirst() == null) return null;
        String algorithm = text("hash", arguments, 1);
        if (!ALGORITHMS.contains(algorithm)) throw mismatch("hash", 2);
        try {
            byte[] data = text("hash", arguments, 0).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static @Nullable Object partition(List<?> arguments) {
        if (arguments.getFirst() == null) return null;
        if (!(arguments.getFirst() instanceof List<?> all)) throw mismatch("partition", 1);
        int size = integer("partition", arguments, 1);
        if (size < 1) throw mismatch("partition", 2);
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size)
            parts.add(new ArrayList<>(all.subList(from, Math.min(all.size(), from + size))));
        return parts;
    }

    /** A sequence as JSONata has them: one element alone is no array. */
    private static Object range(List<?> arguments) {
        int first = integer("range", arguments, 0);
        int last = integer("range", arguments, 1);
        int step = integer("range", arguments, 2);
        if (step == 0) throw mismatch("range", 3);
        List<Object> sequence = Utils.createSequence();
        for (long next = first; step > 0 ? next <= last : next >= last; next += step) {
            if (sequence.size() == LONGEST_RANGE) throw new JException("D2014", -1, LONGEST_RANGE);
            sequence.add((int) next);
        }
        return sequence;
    }

    private static String text(String function, List<?> arguments, int index) {
        if (argument(arguments, index) instanceof String text) return text;
        throw mismatch(function, index + 1);
    }

    private static int integer(String function, List<?> arguments, int index) {
        if (argument(arguments, index) instanceof Number number && number.doubleValue() == number.intValue())
            return number.intValue();
        throw mismatch(function, index + 1);
    }

    private static JException mismatch(String function, int argument) {
        return new JException("T0410", -1, argument, function);
    }
}
