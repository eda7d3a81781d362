package afterorder.order.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A mail about an engagement, the services that one team delivers. Proposals and appointments are counted from 1; what they
 * are is read from the row.
 */
public sealed interface ServiceNotice extends Notice {

    /** What an engagement waits for that has not moved for long. */
    enum Awaited {
        COMMISSIONING,
        DATES,
        CUSTOMERS_ANSWER,
        TEAMS_ANSWER,
        REPORT,
        SIGN_OFF;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** To the team: the services are commissioned, and the customer is to be contacted (S14). */
    record EngagementTask() implements ServiceNotice {}

    /** To the team: the customer should have been contacted by now (S15). */
    record ContactReminder() implements ServiceNotice {}

    /** To the team's lead: the customer should have been contacted long ago (S15). */
    record ContactEscalation() implements ServiceNotice {}

    /** To the team: nothing has moved for long. */
    record EngagementIdle(Awaited awaited) implements ServiceNotice {}

    /** To the customer: dates to choose from (S16). */
    record DatesProposed(int proposal) implements ServiceNotice {}

    /** To the customer: the dates still wait for an answer. */
    record ProposalReminder(int proposal) implements ServiceNotice {}

    /** To the team: the customer declined the dates, or proposed others. */
    record ProposalAnswered(int proposal) implements ServiceNotice {}

    /** To the customer: the team declined the dates that the customer proposed. */
    record ProposalDeclined(int proposal) implements ServiceNotice {}

    /** To the customer: an invitation to an appointment, or that it is called off. @param sequence of the invitation */
    record CustomerInvited(int appointment, int sequence) implements ServiceNotice {}

    /** To who comes from the team: as above. */
    record OwnerInvited(int appointment, int sequence) implements ServiceNotice {}

    /** To the customer: what was agreed beside the dates (S17). */
    record DetailsAgreed() implements ServiceNotice {}

    /** To the customer: the performance record still waits to be signed off. */
    record SignOffReminder() implements ServiceNotice {}

    /** To the team: the customer signed the performance record off. */
    record SignedOff() implements ServiceNotice {}

    /** To the team: the customer does not agree with the performance record. @param record its number */
    record Objected(String record, String reason) implements ServiceNotice {}

    /** To the customer: these services will not be delivered. */
    record ServicesCalledOff() implements ServiceNotice {}

    @Override
    default Reader reader() {
        return switch (this) {
            case EngagementTask task -> Reader.TEAM;
            case ContactReminder reminder -> Reader.TEAM;
            case ContactEscalation escalation -> Reader.TEAM_LEAD;
            case EngagementIdle idle -> Reader.TEAM;
            case DatesProposed proposed -> Reader.SERVICE_CONTACT;
            case ProposalReminder reminder -> Reader.SERVICE_CONTACT;
            case ProposalAnswered answered -> Reader.TEAM;
            case ProposalDeclined declined -> Reader.SERVICE_CONTACT;
            case CustomerInvited invited -> Reader.SERVICE_CONTACT;
            case OwnerInvited invited -> Reader.TEAM;
            case DetailsAgreed agreed -> Reader.SERVICE_CONTACT;
            case SignOffReminder reminder -> Reader.SERVICE_CONTACT;
            case SignedOff signedOff -> Reader.TEAM;
            case Objected objected -> Reader.TEAM;
            case ServicesCalledOff calledOff -> Reader.SERVICE_CONTACT;
        };
    }

    @Override
    default String kind() {
        return switch (this) {
            case EngagementTask task -> "engagement-task";
            case ContactReminder reminder -> "contact-reminder";
            case ContactEscalation escalation -> "contact-escalation";
            case EngagementIdle idle -> "engagement-idle";
            case DatesProposed proposed -> "dates-proposed";
            case ProposalReminder reminder -> "proposal-reminder";
            case ProposalAnswered answered -> "proposal-answered";
            case ProposalDeclined declined -> "proposal-declined";
            case CustomerInvited invited -> "customer-invited";
            case OwnerInvited invited -> "owner-invited";
            case DetailsAgreed agreed -> "details-agreed";
            case SignOffReminder reminder -> "sign-off-reminder";
            case SignedOff signedOff -> "signed-off";
            case Objected objected -> "objected";
            case ServicesCalledOff calledOff -> "services-called-off";
        };
    }
}
