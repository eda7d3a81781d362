package afterorder.feedback;

import afterorder.aws.AboutRow;
import afterorder.order.Email;
import afterorder.order.Phrase;
import afterorder.order.Statement;
import afterorder.order.feedback.Feedback;
import afterorder.order.feedback.Feedback.What;
import afterorder.order.feedback.MailId;
import afterorder.order.row.RowKey;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What SES publishes about a mail that it took (SES developer guide, "Contents of event data that Amazon SES publishes to
 * Amazon SNS"), as far as it says something to us; SES may add to it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SesEvent(
        String eventType,
        SentMail mail,
        @Nullable Bounce bounce,
        @Nullable Complaint complaint,
        @Nullable Reject reject)
        implements AboutRow {
    private static final String LISTED = "OnAccountSuppressionList";
    private static final int LONGEST_DIAGNOSIS = 500;

    /** @param timestamp when SES took it @param destination its one recipient */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SentMail(Instant timestamp, List<Email> destination, Map<String, List<String>> tags) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Bounce(String bounceType, String bounceSubType, List<BouncedRecipient> bouncedRecipients) {

        /** The reader's mail server's words, where there are any. */
        private String diagnosis() {
            String said = bouncedRecipients.stream()
                    .map(BouncedRecipient::diagnosticCode)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(bounceType + ", " + bounceSubType);
            return said.substring(0, Math.min(said.length(), LONGEST_DIAGNOSIS));
        }

        /** A machine that answers in somebody's absence looks like a general bounce that may pass. */
        private What what() {
            return switch (bounceType) {
                case "Permanent" -> What.BOUNCED;
                case "Transient" -> bounceSubType.equals("General") ? What.UNCERTAIN : What.NOT_DELIVERED;
                case "Undetermined" -> What.NOT_DELIVERED;
                default -> throw new IllegalArgumentException("SES has no such bounce: " + bounceType);
            };
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record BouncedRecipient(@Nullable String diagnosticCode) {}

    /** @param complaintSubType says where SES sent nothing, as the reader complained earlier */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Complaint(
            @Nullable String complaintSubType, @Nullable String complaintFeedbackType) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reject(String reason) {}

    /** @throws IllegalArgumentException when the mail is none of ours */
    @Override
    public RowKey key() {
        return mailId().row();
    }

    /**
     * @return nothing where a reader says that a mail is no spam
     * @throws IllegalArgumentException when SES does not publish such an event here, or the mail is none of ours
     */
    Optional<Feedback> feedback() {
        return switch (eventType) {
            case "Bounce" ->
                Optional.of(said(
                        bounced().what(), Phrase.MAIL_BOUNCED.with(bounced().diagnosis())));
            case "Complaint" -> complained(Objects.requireNonNull(complaint, "a complaint says how"));
            case "Reject" ->
                Optional.of(said(
                        What.NOT_DELIVERED,
                        Phrase.MAIL_REJECTED.with(Objects.requireNonNull(reject, "a reject says why")
                                .reason())));
            default -> throw new IllegalArgumentException("nobody asked for an event " + eventType);
        };
    }

    private Bounce bounced() {
        return Objects.requireNonNull(bounce, "a bounce says how");
    }

    private Optional<Feedback> complained(Complaint complaint) {
        if (LISTED.equals(complaint.complaintSubType()))
            return Optional.of(said(What.BOUNCED, Phrase.MAIL_BOUNCED.with(LISTED)));
        String type = Objects.requireNonNullElse(complaint.complaintFeedbackType(), "abuse");
        return type.equals("not-spam")
                ? Optional.empty()
                : Optional.of(said(What.COMPLAINED, Phrase.MAIL_COMPLAINED.with(type)));
    }

    private Feedback said(What what, Statement reason) {
        return new Feedback(mailId(), mail.destination().getFirst(), mail.timestamp(), what, reason);
    }

    private MailId mailId() {
        return MailId.read(
                mail.tags().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, tag -> tag.getValue()
                        .getFirst())));
    }
}
