package afterorder.order.purchase;

import static afterorder.order.purchase.PurchaseRow.LONGEST_STEP;
import static afterorder.order.purchase.PurchaseRow.Status.PURCHASED;

import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vendor's answers make of a purchase's row. */
public final class Buying {
    /** How long the vendor's later answer is awaited before it is asked again. */
    private static final Duration VENDOR_MAY_TAKE = Duration.ofMinutes(15);

    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofHours(2);

    /** A vendor that says nothing for so long is a case for staff. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    private Buying() {}

    /** Written before the vendor is asked: from now on it may have sold, whatever happens to us. */
    public static PurchaseRow asking(PurchaseRow row, Instant now) {
        Progress progress = row.progress().awaiting(Deadline.PURCHASING, now.plus(LONGEST_STEP));
        return row.withVendor(row.vendor().asking(now), progress);
    }

    /** The vendor will answer later; it is asked again then, or as soon as it says that it has. */
    public static PurchaseRow pending(PurchaseRow row, Instant now) {
        Progress progress = askedAgainBy(row.progress().advancing(), now.plus(VENDOR_MAY_TAKE));
        return row.withVendor(row.vendor().heard(now), progress);
    }

    /** It is not known whether the vendor sold: it is asked again, ever less often, for a day at the most. */
    public static PurchaseRow unanswered(PurchaseRow row, Optional<Duration> retryAfter, Instant now) {
        Instant since = Optional.ofNullable(row.vendor().askedSince()).orElse(now);
        if (since.plus(LONGEST_SILENCE).isBefore(now)) {
            return row.parked(Phrase.VENDOR_SILENT.with(), now);
        }
        Duration patience =
                FIRST_PATIENCE.multipliedBy(1L << Math.min(row.progress().fruitless(), 7));
        Duration wait = retryAfter
                .map(asked -> shorter(asked, LONGEST_SILENCE))
                .orElseGet(() -> shorter(patience, LONGEST_PATIENCE));
        return row.withProgress(askedAgainBy(row.progress(), now.plus(wait)));
    }

    /** Somebody knows that the vendor has more to say: it is asked at once, also about what was given up. */
    public static PurchaseRow answerIsThere(PurchaseRow row, Instant now) {
        Progress progress = row.progress().unparked().advancing().awaiting(Deadline.NEXT_ATTEMPT, now);
        return row.withVendor(row.vendor().heard(now), progress);
    }

    /** The vendor refused for good: the next try takes a new reference, once staff has said so. */
    public static PurchaseRow refused(PurchaseRow row, Statement reason, Instant now) {
        Progress parked = row.progress().parkedFor(reason, List.of(), now);
        return row.withVendor(row.vendor().refused(), parked);
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A webhook that came before the call's own answer has asked for an earlier time: that one stays. */
    private static Progress askedAgainBy(Progress progress, Instant at) {
        Instant asked = progress.deadlines().get(Deadline.NEXT_ATTEMPT);
        return progress.awaiting(Deadline.NEXT_ATTEMPT, asked != null && asked.isBefore(at) ? asked : at);
    }
}
