package afterorder.order.notice;

import afterorder.order.Email;
import afterorder.order.Statement;
import afterorder.order.feedback.Feedback;
import afterorder.order.link.Target;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a row owes to somebody, written together with what it tells of. Everything else that the mail says is read
 * from the row and its order when it is sent. Purchases are counted from 1; dates are those of the seller's zone.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = Notice.CalledOff.class, name = "called-off"),
    @JsonSubTypes.Type(value = Notice.ContactChanged.class, name = "contact-changed"),
    @JsonSubTypes.Type(value = Notice.VerificationReminder.class, name = "verification-reminder"),
    @JsonSubTypes.Type(value = Notice.Unverified.class, name = "unverified"),
    @JsonSubTypes.Type(value = Notice.Parked.class, name = "parked"),
    @JsonSubTypes.Type(value = Notice.DeskTask.class, name = "desk-task"),
    @JsonSubTypes.Type(value = Notice.DeskReminder.class, name = "desk-reminder"),
    @JsonSubTypes.Type(value = Notice.DeskEscalation.class, name = "desk-escalation"),
    @JsonSubTypes.Type(value = Notice.NewLink.class, name = "new-link"),
    @JsonSubTypes.Type(value = Notice.Redelivered.class, name = "redelivered"),
    @JsonSubTypes.Type(value = Notice.Undelivered.class, name = "undelivered"),
    @JsonSubTypes.Type(value = Notice.Returned.class, name = "returned"),
    @JsonSubTypes.Type(value = Notice.Unprintable.class, name = "unprintable"),
    @JsonSubTypes.Type(value = Notice.Exported.class, name = "exported"),
    @JsonSubTypes.Type(value = Notice.ExportFailed.class, name = "export-failed"),
    @JsonSubTypes.Type(value = ServiceNotice.EngagementTask.class, name = "engagement-task"),
    @JsonSubTypes.Type(value = ServiceNotice.ContactReminder.class, name = "contact-reminder"),
    @JsonSubTypes.Type(value = ServiceNotice.ContactEscalation.class, name = "contact-escalation"),
    @JsonSubTypes.Type(value = ServiceNotice.EngagementIdle.class, name = "engagement-idle"),
    @JsonSubTypes.Type(value = ServiceNotice.DatesProposed.class, name = "dates-proposed"),
    @JsonSubTypes.Type(value = ServiceNotice.ProposalReminder.class, name = "proposal-reminder"),
    @JsonSubTypes.Type(value = ServiceNotice.ProposalAnswered.class, name = "proposal-answered"),
    @JsonSubTypes.Type(value = ServiceNotice.ProposalDeclined.class, name = "proposal-declined"),
    @JsonSubTypes.Type(value = ServiceNotice.CustomerInvited.class, name = "customer-invited"),
    @JsonSubTypes.Type(value = ServiceNotice.OwnerInvited.class, name = "owner-invited"),
    @JsonSubTypes.Type(value = ServiceNotice.DetailsAgreed.class, name = "details-agreed"),
    @JsonSubTypes.Type(value = ServiceNotice.SignOffReminder.class, name = "sign-off-reminder"),
    @JsonSubTypes.Type(value = ServiceNotice.SignedOff.class, name = "signed-off"),
    @JsonSubTypes.Type(value = ServiceNotice.Objected.class, name = "objected"),
    @JsonSubTypes.Type(value = ServiceNotice.ServicesCalledOff.class, name = "services-called-off")
})
public sealed interface Notice
        permits Notice.Moved,
                Notice.CalledOff,
                Notice.ContactChanged,
                Notice.VerificationReminder,
                Notice.Unverified,
                Notice.Parked,
                Notice.DeskTask,
                Notice.DeskReminder,
                Notice.DeskEscalation,
                Notice.NewLink,
                Notice.Redelivered,
                Notice.Undelivered,
                Notice.Returned,
                Notice.Unprintable,
                Notice.Exported,
                Notice.ExportFailed,
                ServiceNotice {

    /** Who reads a notice. */
    enum Reader {
        CUSTOMER,
        TECHNICAL_CONTACT,
        /** Whom a team contacts at the customer's. */
        SERVICE_CONTACT,
        DESK,
        LEAD,
        /** Who delivers services, or one of them. */
        TEAM,
        TEAM_LEAD;

        public boolean isStaff() {
            return switch (this) {
                case CUSTOMER, TECHNICAL_CONTACT, SERVICE_CONTACT -> false;
                case DESK, LEAD, TEAM, TEAM_LEAD -> true;
            };
        }
    }

    /** To the customer: the purchase has another date (S35). */
    record Moved(int purchase, LocalDate from, LocalDate to) implements Notice {}

    /** To the customer: the purchase of that date will not take place (S35). */
    record CalledOff(int purchase, LocalDate planned) implements Notice {}

    /** To the customer: these purchases are registered for another technical contact (S36). */
    record ContactChanged(List<Integer> purchases, Email to) implements Notice {}

    /** To the technical contact: the account still waits to be verified (S40). @param day since the purchase */
    record VerificationReminder(int day) implements Notice {}

    /** To staff: the technical contact never verified the account. */
    record Unverified() implements Notice {}

    /** To staff: the row cannot go on. */
    record Parked(Statement reason) implements Notice {}

    /** To the desk: licenses to be bought in the vendor's portal. @param link counts the links that were made; the last is valid */
    record DeskTask(int link) implements Notice {}

    /** To the desk: a purchase is overdue. */
    record DeskReminder() implements Notice {}

    /** To the desk's lead: a purchase is long overdue. */
    record DeskEscalation() implements Notice {}

    /** To whom an earlier link to a document was mailed: another one, which is made when it is mailed. */
    record NewLink(Target.Document document, Instant askedAt) implements Notice {}

    /** To the customer: a document that an earlier mail did not bring, at another address of the customer's. */
    record Redelivered(Target.Document document, Instant askedAt) implements Notice {}

    /** To staff: a mail of ours was refused, or given up. @param notice its kind @param to where the kind does not say it */
    record Undelivered(
            String notice, Statement reason, @Nullable Email to) implements Notice {

        /** Of a mail whose reader follows from its kind. */
        public Undelivered(String notice, Statement reason) {
            this(notice, reason, null);
        }
    }

    /**
     * To staff: a mail of ours came back, or its reader complained.
     *
     * @param notice its kind
     * @param instead which address has taken the place of that one; absent where nobody was told
     */
    record Returned(
            String notice,
            Feedback.What what,
            Statement reason,
            Email to,
            @Nullable Email instead) implements Notice {}

    /** To staff: a document shows boxes in place of letters that no typeface has. @param document its number */
    record Unprintable(String document, List<String> letters) implements Notice {
        private static final int MOST_NAMED = 20;

        public Unprintable {
            letters = letters.stream().limit(MOST_NAMED).toList();
        }
    }

    /** To the desk: a customer's data is exported. @param number counts the customer's exports */
    record Exported(int number) implements Notice {}

    /** To the desk: a customer's data could not be exported. @param number counts the customer's exports */
    record ExportFailed(int number) implements Notice {}

    /** The same for another address of its reader, where it names the address that it goes to. */
    default Notice readBy(Email another) {
        return switch (this) {
            case NewLink(Target.Document document, Instant askedAt) -> new NewLink(document.readBy(another), askedAt);
            case Redelivered(Target.Document document, Instant askedAt) ->
                new Redelivered(document.readBy(another), askedAt);
            default -> this;
        };
    }

    default Reader reader() {
        return switch (this) {
            case Moved moved -> Reader.CUSTOMER;
            case CalledOff calledOff -> Reader.CUSTOMER;
            case ContactChanged changed -> Reader.CUSTOMER;
            case VerificationReminder reminder -> Reader.TECHNICAL_CONTACT;
            case Unverified unverified -> Reader.DESK;
            case Parked parked -> Reader.DESK;
            case DeskTask task -> Reader.DESK;
            case DeskReminder reminder -> Reader.DESK;
            case DeskEscalation escalation -> Reader.LEAD;
            case NewLink link -> Reader.CUSTOMER;
            case Redelivered redelivered -> Reader.CUSTOMER;
            case Undelivered undelivered -> Reader.DESK;
            case Returned returned -> Reader.DESK;
            case Unprintable unprintable -> Reader.DESK;
            case Exported exported -> Reader.DESK;
            case ExportFailed failed -> Reader.DESK;
            case ServiceNotice service -> service.reader();
        };
    }

    /** As a row names it. */
    default String kind() {
        return switch (this) {
            case Moved moved -> "moved";
            case CalledOff calledOff -> "called-off";
            case ContactChanged changed -> "contact-changed";
            case VerificationReminder reminder -> "verification-reminder";
            case Unverified unverified -> "unverified";
            case Parked parked -> "parked";
            case DeskTask task -> "desk-task";
            case DeskReminder reminder -> "desk-reminder";
            case DeskEscalation escalation -> "desk-escalation";
            case NewLink link -> "new-link";
            case Redelivered redelivered -> "redelivered";
            case Undelivered undelivered -> "undelivered";
            case Returned returned -> "returned";
            case Unprintable unprintable -> "unprintable";
            case Exported exported -> "exported";
            case ExportFailed failed -> "export-failed";
            case ServiceNotice service -> service.kind();
        };
    }
}
