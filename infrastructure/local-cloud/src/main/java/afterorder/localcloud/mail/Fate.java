package afterorder.localcloud.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of a mail to some address after SES has taken it. The addresses of Amazon's mailbox simulator have theirs
 * (SES developer guide, "Using the mailbox simulator"), also with a label: {@code bounce+anything@}.
 */
enum Fate {
    DELIVERED(""),
    /** Nobody is there. */
    BOUNCE("bounce"),
    /** On the list of addresses to which mails of any customer of SES bounced lately. */
    SUPPRESSED("suppressionlist"),
    /** On the account's list of addresses that get no more mails, as one bounced. */
    LISTED(""),
    /** On that list, as the reader complained. */
    LISTED_AS_COMPLAINED(""),
    MAILBOX_FULL(""),
    /** It arrives, and a machine answers. */
    OUT_OF_OFFICE("ooto"),
    /** It arrives, and its reader calls it spam. */
    COMPLAINT("complaint"),
    /** SES finds something harmful in it, and sends it to nobody. */
    REJECT("");

    private static final String SIMULATOR = "@simulator.amazonses.com";

    private final String simulated;

    Fate(String simulated) {
        this.simulated = simulated;
    }

    /** Of an address of the mailbox simulator; empty for any other. */
    static Optional<Fate> simulated(String address) {
        if (!address.toLowerCase(Locale.ROOT).endsWith(SIMULATOR)) return Optional.empty();
        String name = address.toLowerCase(Locale.ROOT).split("[+@]", 2)[0];
        for (Fate fate : values()) {
            if (fate.simulated.equals(name)) return Optional.of(fate);
        }
        return Optional.of(DELIVERED);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean arrives() {
        return this == DELIVERED || this == OUT_OF_OFFICE || this == COMPLAINT;
    }

    /** As configuration sets name the event that tells of it; empty when there is nothing to tell. */
    Optional<String> event() {
        return switch (this) {
            case DELIVERED -> Optional.empty();
            case BOUNCE, SUPPRESSED, LISTED, MAILBOX_FULL, OUT_OF_OFFICE -> Optional.of("bounce");
            case COMPLAINT, LISTED_AS_COMPLAINED -> Optional.of("complaint");
            case REJECT -> Optional.of("reject");
        };
    }

    /** Why SES puts the address on the account's list; empty when it does not. */
    Optional<String> suppressedReason() {
        return switch (this) {
            case BOUNCE -> Optional.of("BOUNCE");
            case COMPLAINT -> Optional.of("COMPLAINT");
            default -> Optional.empty();
        };
    }

    /** What becomes of the next mail to an address that is on the account's list because of this one. */
    Fate listed() {
        return this == COMPLAINT ? LISTED_AS_COMPLAINED : LISTED;
    }

    /** Puts in what SES says of a bounced recipient. */
    void describe(ObjectNode bounce, ObjectNode recipient) {
        switch (this) {
            case BOUNCE -> bounced(bounce, recipient, "General", "smtp; 550 5.1.1 user unknown");
            case SUPPRESSED ->
                bounced(
                        bounce,
                        recipient,
                        "Suppressed",
                        "Amazon SES has suppressed sending to this address because it has a recent history of bouncing"
                                + " as an invalid address.");
            case LISTED ->
                bounced(
                        bounce,
                        recipient,
                        "OnAccountSuppressionList",
                        "Amazon SES did not send the message to this address because it is on the suppression list for"
                                + " your account.");
            case MAILBOX_FULL -> {
                bounce.put("bounceType", "Transient").put("bounceSubType", "MailboxFull");
                recipient
                        .put("action", "failed")
                        .put("status", "5.2.2")
                        .put("diagnosticCode", "smtp; 552 5.2.2 mailbox full");
            }
            case OUT_OF_OFFICE -> bounce.put("bounceType", "Transient").put("bounceSubType", "General");
            case DELIVERED, COMPLAINT, LISTED_AS_COMPLAINED, REJECT ->
                throw new IllegalStateException("does not bounce: " + this);
        }
    }

    private static void bounced(ObjectNode bounce, ObjectNode recipient, String subType, String diagnosis) {
        bounce.put("bounceType", "Permanent").put("bounceSubType", subType);
        recipient.put("action", "failed").put("status", "5.1.1").put("diagnosticCode", diagnosis);
    }
}
