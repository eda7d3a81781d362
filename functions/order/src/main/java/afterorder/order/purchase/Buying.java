package afterorder.order.purchase;

import static afterorder.order.purchase.PurchaseRow.LONGEST_STEP;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASED;

import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.row.Patience;
import afterorder.order.row.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vendor's answers make of a purchase's row. */
public final class Buying {
    /** How long the vendor's later answer is awaited before it is asked for. */
    private static final Duration VENDOR_MAY_TAKE = Duration.ofMinutes(15);

    private static final Patience WITH_VENDOR = new Patience(Duration.ofMinutes(1), Duration.ofHours(2));

    /** An outcome that has not come for so long is a case for staff (S46). */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** How often staff's case is still asked about: a sale may yet come. */
    private static final Duration FIRST_PACE = Duration.ofHours(1);

    private static final Duration LAST_PACE = Duration.ofDays(1);
    private static final Duration FIRST_PACE_LASTS = Duration.ofDays(4);

    private Buying() {}

    /** Written before the vendor is asked: from now on it may have sold, whatever happens to us. */
    public static PurchaseRow asking(PurchaseRow row, Instant now) {
        Progress progress = row.progress().awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP));
        return row.withVendor(row.vendor().asking(now), progress);
    }

    /** The vendor will answer later; it is asked again then, or as soon as it says that it has. */
    public static PurchaseRow pending(PurchaseRow row, Instant now) {
        return askedAgain(row.withProgress(row.progress().advancing()), VENDOR_MAY_TAKE, now);
    }

    /** The vendor does not say whether it sold: it is asked again, ever less often, or when it asked to be. */
    public static PurchaseRow unanswered(PurchaseRow row, Optional<Duration> retryAfter, Instant now) {
        Duration wait = retryAfter
                .map(asked -> asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT)
                .orElseGet(() -> WITH_VENDOR.after(row.progress().fruitless()));
        return askedAgain(row, wait, now);
    }

    /**
     * Whether the vendor says that it will answer later or says nothing: after a day without an outcome the purchase is parked,
     * so that staff is told once. Its looks go on all the same, each hour for some days and then each day: the purchase is
     * parked with a next attempt, and whatever that brings takes it out of there.
     */
    private static PurchaseRow askedAgain(PurchaseRow row, Duration wait, Instant now) {
        Instant since = Optional.ofNullable(row.vendor().askedSince()).orElse(now);
        Duration waited = Duration.between(since, now);
        if (waited.compareTo(LONGEST_WAIT) < 0) {
            return row.withProgress(askedAgainBy(row.progress(), now.plus(wait)));
        }
        Duration pace = waited.compareTo(FIRST_PACE_LASTS) < 0 ? FIRST_PACE : LAST_PACE;
        Progress parked = row.progress().advancing().parkedFor(Phrase.VENDOR_SILENT.with(), List.of(), now);
        return row.withProgress(parked.awaiting(Deadline.NEXT_ATTEMPT, now.plus(longer(wait, pace))));
    }

    /** Somebody knows that the vendor has more to say: it is asked at once, also about what was given up. */
    public static PurchaseRow answerIsThere(PurchaseRow row, Instant now) {
        Progress progress = row.progress().unparked().advancing().awaiting(Deadline.NEXT_ATTEMPT, now);
        return row.withVendor(row.vendor().heard(now), progress);
    }

    /** The vendor refused for good: the next try takes a new reference, once staff has said so. */
    public static PurchaseRow refused(PurchaseRow row, Statement reason, Instant now) {
        Progress parked = row.progress().unparked().parkedFor(reason, List.of(), now);
        return row.withVendor(row.vendor().refused(), parked);
    }

    /** Whether the vendor sold is not known, and asking again does not help. */
    public static PurchaseRow unclear(PurchaseRow row, Statement reason, Instant now) {
        return row.withProgress(row.progress().unparked().parkedFor(reason, List.of(), now));
    }

    /** Some of what was sold is read. */
    public static PurchaseRow read(PurchaseRow row, ReadBack readBack, Instant now) {
        Progress progress = row.progress().unparked().advancing().awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP));
        return row.withVendor(row.vendor().with(readBack).heard(now), progress);
    }

    /** What is left is read by the next attempt, which begins at once. */
    public static PurchaseRow readingOn(PurchaseRow row, Instant now) {
        return row.withProgress(row.progress().advancing().awaiting(Deadline.NEXT_ATTEMPT, now));
    }

    /** Everything is read, however late: what is as ordered is purchased; anything else staff decides on. */
    public static PurchaseRow completed(PurchaseRow row, Comparison comparison, Instant now) {
        if (comparison.isAsOrdered()) {
            return purchased(row, null, row.progress().awaiting(Deadline.INVOICING, now.plus(LONGEST_STEP)), now);
        }
        Progress parked = row.progress().parkedFor(Phrase.DEVIATING.with(), comparison.deviations(), now);
        return row.withVendor(row.vendor().deviating(comparison.sold()), parked);
    }

    static PurchaseRow purchased(PurchaseRow row, @Nullable String accepted, Progress progress, Instant now) {
        ReadBack readBack = row.vendor().readBack();
        if (readBack == null) throw new IllegalStateException(row.key() + ": nothing was read of what was sold");
        Sale sale = new Sale(now, ContactAccount.of(readBack.account()), readBack.objects(), accepted);
        Progress next = Verification.awaited(progress, sale)
                .without(Deadline.DESK)
                .unparked()
                .advancing()
                .noted("purchased as " + row.vendorReference(), now);
        return row.with(PURCHASED, row.vendor(), sale, row.billing(), next);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** A webhook that came before the call's own answer has asked for an earlier time: that one stays. */
    private static Progress askedAgainBy(Progress progress, Instant at) {
        Instant asked = progress.deadlines().get(Deadline.NEXT_ATTEMPT);
        return progress.awaiting(Deadline.NEXT_ATTEMPT, asked != null && asked.isBefore(at) ? asked : at);
    }
}
