package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule does to the calls that it strikes. */
public enum Effect {
    /** Refused as its service throttles, see {@link Refusals}. */
    THROTTLE,
    /** Refused with 500 as its service does. */
    ERROR,
    /** Refused as by a right that the caller lost. */
    DENY(Kind.WIRE),
    /** SES refuses a mail for good, with {@code MessageRejected}. */
    REJECT(Kind.REPLACES, "ses", "SendRawEmail"),
    /** The connection is cut, and the service never sees the call. */
    CUT_BEFORE(Kind.WIRE),
    /** It is served, and the connection cut. */
    LOSE_ANSWER(Kind.WIRE),
    /** The call waits for {@code seconds}, or until the rule is removed. */
    DELAY,
    /** The process that calls is killed, and the service never sees the call. */
    KILL_BEFORE(Kind.WIRE),
    /** It is served, and the process that calls is killed. */
    KILL_AFTER(Kind.WIRE),
    /** The clock is moved by {@code by}, and then the call served. */
    CLOCK_JUMP,

    /** A batch of a queue is given to two invocations at the same time. */
    DELIVER_TWICE(Kind.DELIVERY, "sqs"),
    /** A batch of a queue waits until a later one of the same function is done, or for {@code seconds}. */
    OUT_OF_ORDER(Kind.DELIVERY, "sqs"),
    /** While the first invocation still runs, the visibility timeout of its batch ends, by {@code by}, so it comes again. */
    DELIVER_LATE_TWICE(Kind.DELIVERY, "sqs"),
    /** A schedule's event is given to two invocations at the same time. */
    RUN_TWICE(Kind.DELIVERY, "events"),

    /** A broken world: the table forgets to check the conditions of a write. */
    IGNORE_CONDITION(Kind.ALTERS, "dynamodb"),
    /** A broken world: a transaction leaves its counters as they were. */
    REPEAT_NUMBER(Kind.ALTERS, "dynamodb", "TransactWriteItems"),
    /** A broken world: SQS takes a message, and nobody gets it. */
    FORGET_MESSAGE(Kind.REPLACES, "sqs", "SendMessage"),
    /** A broken world: SES takes a mail, and sends nothing. */
    FORGET_MAIL(Kind.REPLACES, "ses", "SendRawEmail"),
    /** A broken world: S3 takes an object, and stores nothing. */
    FORGET_OBJECT(Kind.REPLACES, "s3", "PutObject"),
    /** A broken world: an execution is started, and never runs. */
    FORGET_EXECUTION(Kind.REPLACES, "states", "StartExecution");

    private enum Kind {
        /** Of any call. */
        ANY,
        /** Of calls that have a connection: not of the invocations that the local cloud makes itself. */
        WIRE,
        /** Of invocations by a trigger. */
        DELIVERY,
        ALTERS,
        REPLACES
    }

    private final Kind kind;
    private final String of;
    private final Optional<String> operation;

    Effect() {
        this(Kind.ANY);
    }

    Effect(Kind kind) {
        this(kind, "");
    }

    Effect(Kind kind, String of) {
        this(kind, of, Optional.empty());
    }

    Effect(Kind kind, String of, String operation) {
        this(kind, of, Optional.of(operation));
    }

    Effect(Kind kind, String of, Optional<String> operation) {
        this.kind = kind;
        this.of = of;
        this.operation = operation;
    }

    /** As rules name it: {@code kill-after}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Effect> of(String code) {
        return Arrays.stream(values())
                .filter(effect -> effect.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Effect::code).toList();
    }

    /** Whether this can be done to that call. */
    boolean fits(Call call) {
        boolean isInvocation = call.service().equals("lambda");
        return switch (kind) {
            case ANY -> true;
            case WIRE -> !isInvocation;
            case DELIVERY -> isInvocation && call.caller().name().equals(of);
            case ALTERS, REPLACES ->
                call.service().equals(of)
                        && operation.map(call.operation()::equals).orElse(true);
        };
    }

    boolean isOfDelivery() {
        return kind == Kind.DELIVERY;
    }

    /** Whether the call is served first. */
    boolean isOfAnswer() {
        return this == LOSE_ANSWER || this == KILL_AFTER;
    }

    boolean alters() {
        return kind == Kind.ALTERS;
    }

    /** Whether the caller is answered though its service did nothing, by what the call carried. */
    boolean replaces() {
        return kind == Kind.REPLACES;
    }

    boolean needsSeconds() {
        return this == DELAY || this == OUT_OF_ORDER;
    }

    boolean needsPeriod() {
        return this == CLOCK_JUMP || this == DELIVER_LATE_TWICE;
    }
}
