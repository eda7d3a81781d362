package afterorder.order.purchase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What has become of the technical contact's account since the purchase (S38 to S42).
 *
 * @param looks how often the vendor was asked whether the account is verified
 */
public record ContactAccount(Status status, int looks) {
    /** On these days after the purchase the vendor is asked. */
    static final List<Integer> LOOKING_ON_DAYS = List.of(1, 3, 7, 14);

    static final List<Integer> REMINDING_ON_DAYS = List.of(3, 7);

    /** Pending becomes one of the last two. */
    public enum Status {
        EXISTING,
        VERIFICATION_PENDING,
        VERIFIED,
        UNVERIFIED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ContactAccount of(Account account) {
        return switch (account) {
            case EXISTING -> new ContactAccount(Status.EXISTING, 0);
            case NONE -> new ContactAccount(Status.VERIFICATION_PENDING, 0);
            case VERIFIED -> new ContactAccount(Status.VERIFIED, 0);
        };
    }

    @JsonIgnore
    public boolean isPending() {
        return status == Status.VERIFICATION_PENDING;
    }

    /** Whether the contact has not verified the account, as far as is known: it still can when that was given up. */
    @JsonIgnore
    public boolean isUnverified() {
        return isPending() || status == Status.UNVERIFIED;
    }

    /** Of the look that comes next. */
    int day() {
        return LOOKING_ON_DAYS.get(looks);
    }

    @JsonIgnore
    boolean isLastLook() {
        return looks == LOOKING_ON_DAYS.size() - 1;
    }

    Instant nextLook(Instant purchasedAt) {
        return purchasedAt.plus(Duration.ofDays(day()));
    }

    ContactAccount lookedAgain() {
        return new ContactAccount(status, looks + 1);
    }

    ContactAccount ended(Status end) {
        return new ContactAccount(end, looks);
    }
}
